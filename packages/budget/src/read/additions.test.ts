import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { tableDefinition } from '../layout/layouts.ts';
import { departmentGoals } from '../model/department-goals.ts';
import type { Disclosure, Indicator } from '../model/disclosure.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { withoutMarks } from '../print/signs.ts';
import { type Fixture, fixtureBytes, readBytes } from '../testing.ts';
import { added, additions } from './additions.ts';
import { costumeFor, diceOf, dress } from './disguise.ts';
import type { ReadDisclosure } from './read.ts';

const names: readonly Fixture[] = ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'];
const offices: Record<Fixture, string> = {
  'hebei-fao-2024': '河北省人民政府外事办公室',
  'shanxi-fao-2024': '山西省人民政府外事办公室',
  'shijiazhuang-fao-2024': '石家庄市人民政府外事办公室',
};
const text = (name: Fixture) =>
  new TextDecoder().decode(fixtureBytes(`${name}.txt`)).replace(/(\d)\. (\d\d)(?!\d)/g, '$1.$2');
const read = (words: string) => readBytes(new TextEncoder().encode(words));

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
function silent(good: ReadDisclosure, bad: ReadDisclosure): string[] {
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

const readings = new Map<Fixture, ReadDisclosure>();

beforeAll(async () => {
  for (const name of names) readings.set(name, await read(text(name)));
});

function good(name: Fixture): ReadDisclosure {
  const reading = readings.get(name);
  if (reading === undefined) throw new Error(name);
  return reading;
}

describe('what layout puts into a text changes no number without a word', () => {
  for (const what of additions)
    test(`${what}, anywhere`, { timeout: 240_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...names),
          fc.integer(),
          fc.integer({ min: 1, max: 6 }),
          async (name, seed, times) => {
            const dice = diceOf(seed);
            let lines = text(name).split('\n');
            for (let time = 0; time < times; time += 1) lines = added(lines, what, dice, offices[name]);
            expect(silent(good(name), await read(lines.join('\n')))).toEqual([]);
          },
        ),
        { numRuns: 25 },
      );
    });

  test('all of them, in the text of an office that does not exist', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.integer(),
        fc.array(fc.constantFrom(...additions), { minLength: 2, maxLength: 12 }),
        async (name, seed, list) => {
          const dice = diceOf(seed);
          const dressed = dress(
            text(name),
            costumeFor(text(name), { names: [], projectCodes: [], years: [] }, dice),
          );
          let lines = dressed.split('\n');
          for (const what of list) lines = added(lines, what, dice, offices[name]);
          expect(silent(await read(dressed), await read(lines.join('\n')))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
