import { tableDefinition } from '../layout/layouts.ts';
import { departmentGoals } from '../model/department-goals.ts';
import type { Disclosure, Indicator } from '../model/disclosure.ts';
import { withoutMarks } from '../print/signs.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { ReadDisclosure } from './read.ts';

/** A number of a reading: whose it is, where it stands there in words, what it says. */
interface Said {
  readonly owner: string;
  readonly where: string;
  readonly value: string;
}

/** Every number of a reading. */
function numbersOf(model: Disclosure): Said[] {
  const target = (owner: string, where: string, { target: own }: Pick<Indicator, 'target'>): Said[] =>
    own === null || (own.value === null && own.deadline === undefined)
      ? []
      : [{ owner, where, value: [own.operator, own.value, own.unit, own.deadline].join(' ') }];
  const indicators = (owner: string, own: readonly Indicator[]) =>
    own.flatMap((line) =>
      target(owner, `${line.scope}|${line.level2}|${withoutMarks(line.name ?? '').text}`, line),
    );
  return [
    ...model.tables.flatMap((table) => {
      const columns = tableDefinition(model.layout, table.id)?.columns ?? [];
      return table.rows.flatMap((row) => {
        const kind = (at: number) => columns[at]?.kind ?? 'words';
        const words = row.filter((_, at) => kind(at) === 'words' || kind(at) === 'code').join('|');
        return row.flatMap((value, at) =>
          value === null || !['money', 'count'].includes(kind(at))
            ? []
            : [{ owner: table.id, where: `${words}|${columns[at]?.key}`, value }],
        );
      });
    }),
    ...model.projects.flatMap((form, at) => {
      const owner = `project:${at + 1}`;
      const money =
        form.layout === 'payment-plan'
          ? [
              ...(['budget', 'fiscal', 'other'] as const).map((key) => [key, form[key]] as const),
              ...form.plan.map(({ month, percent }) => [`${month}月`, percent] as const),
            ]
          : form.money.flatMap((line) => [
              [`${line.source}|term`, line.term] as const,
              [`${line.source}|year`, line.year] as const,
            ]);
      return [
        ...money.flatMap(([where, value]) =>
          value === null ? [] : [{ owner, where, value: `${value}${form.unit}` }],
        ),
        ...indicators(owner, form.indicators),
      ];
    }),
    ...(model.departmentForm?.money.flatMap(({ source, side, amount }) =>
      amount === null ? [] : [{ owner: 'department', where: `${side}|${source}`, value: amount }],
    ) ?? []),
    ...indicators('department', model.departmentForm?.indicators ?? []),
    ...departmentGoals(model).flatMap(({ name, indicators: own }) =>
      own.flatMap((line) => target('department', withoutMarks(name).text, line)),
    ),
  ];
}

/** What of one list is missing in another, as often as it is missing. */
function lacking(all: readonly Said[], from: readonly Said[]): Said[] {
  const left = new Map<string, number>();
  const key = ({ owner, where, value }: Said) => [owner, where, value].join('#');
  for (const own of from) left.set(key(own), (left.get(key(own)) ?? 0) + 1);
  return all.filter((own) => {
    const times = left.get(key(own)) ?? 0;
    left.set(key(own), times - 1);
    return times < 1;
  });
}

/** Numbers that are wrong or lost without anything of theirs being listed as unread or doubtful, and false differences. */
export function silent(good: ReadDisclosure, bad: ReadDisclosure): string[] {
  const listed = new Set(
    bad.findings.flatMap(({ kind, owner }) => (kind === 'unread' || kind === 'doubtful' ? [owner] : [])),
  );
  const named = ({ owner }: Said) =>
    listed.has(owner) || (owner.startsWith('project:') && listed.has('projects'));
  const [was, is] = [numbersOf(good.model), numbersOf(bad.model)];
  const differences = (reading: ReadDisclosure) =>
    reconcile(reading.model, reading.findings)
      .checks.filter(({ verdict }) => verdict === 'does-not-hold')
      .map(({ rule, title, left, right }) => `${rule} ${title} ${left.value} ${right.value}`);
  const known = new Set(differences(good));
  return [
    ...lacking(is, was)
      .filter((own) => !named(own))
      .map((own) => `wrong ${own.owner} ${own.where} ${own.value}`),
    ...lacking(was, is)
      .filter((own) => !named(own))
      .map((own) => `lost ${own.owner} ${own.where} ${own.value}`),
    ...differences(bad)
      .filter((own) => !known.has(own))
      .map((own) => `false ${own}`),
  ];
}
