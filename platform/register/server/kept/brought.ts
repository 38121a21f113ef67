import { blocks, dayInShanghai, type Problem } from '@zhitongche/base';
import { canonicalJson, review } from '@zhitongche/case';
import { type App, unsound } from '@zhitongche/core/server';
import type { Answers, PickResolver } from '@zhitongche/form';
import { newId, type Query } from '@zhitongche/host';
import {
  applyToRow,
  beginsAt,
  type KeptRow,
  orgOf,
  type RegisterKind,
  type RowRef,
  setByMoves,
} from '@zhitongche/register';
import { rowsAlike } from './alike.ts';
import { type FoundRow, lockNamed, openRowData } from './read-row.ts';
import { uniqueKey, uniqueKeys } from './row-columns.ts';
import { judgedBy } from './row-writing.ts';
import type { RowChange } from './write-rows.ts';

/** Most rows one move may bring: a delivery of stickers. */
const MOST = 50_000;
/** Faults told of one delivery. */
const NAMED = 20;

/** Where and when rows are brought. */
interface Bringing {
  readonly office: string;
  readonly at: Date;
}

/** What a move brings: into which register, which answers, for which organisation. */
interface Brought {
  readonly kind: RegisterKind;
  readonly org: string;
  readonly rows: readonly Answers[];
  readonly renews: boolean;
  /** The row that brings them, which they may pick. */
  readonly from: RowRef;
}

/** Rows that moves enter in another register, in the same commit; a serial that exists, or one twice, refuses the whole move. */
export async function broughtBy(
  app: App,
  query: Query,
  changes: readonly RowChange[],
  { office, at }: Bringing,
): Promise<readonly RowChange[]> {
  const all: RowChange[] = [];
  for (const one of changes.flatMap((change) => broughtIn(app, change, at))) {
    const { kind, org, renews } = one;
    const { sound, problems } = await judged(app, query, { office, at }, one);
    if (problems.length > 0) throw unsound(problems, problems[0]?.code, problems[0]?.message);
    for (const answers of sound) {
      const before = renews ? await known(app, query, office, kind, answers) : null;
      if (before && before.row.org !== orgOf(kind, answers, org))
        throw unsound([elsewhere(kind, before)], 'row.taken', elsewhere(kind, before).message);
      if (before) all.push(...renewed(kind, before, answers));
      else
        all.push({
          kind,
          id: newId(at.getTime()),
          before: null,
          events: [
            {
              type: 'entered',
              answers,
              org: orgOf(kind, answers, org),
              stage: beginsAt(kind, answers),
              origin: { by: 'person' },
            },
          ],
        });
    }
  }
  return all;
}

/** The row in force of that name, locked. */
async function known(app: App, query: Query, office: string, kind: RegisterKind, answers: Answers) {
  const [data] = await lockNamed(query, office, kind, uniqueKeys(kind, answers, app.keys));
  return data ? openRowData(office, kind, data, app.keys) : null;
}

/** A row of that name is another organisation's: it is not renewed from here. */
const elsewhere = (kind: RegisterKind, { row }: FoundRow): Problem =>
  fault(kind, kind.title(row.answers), '由另一单位登记', '请不要在这里更新它，或请登记的单位修改');

/** A row that takes new answers; what is the same already stays as it is. */
const renewed = (kind: RegisterKind, before: FoundRow, answers: Answers): readonly RowChange[] => {
  const { row } = before;
  const whole = { ...setByMoves(kind, row.answers), ...answers };
  const changed = [...new Set([...Object.keys(row.answers), ...Object.keys(whole)])].filter(
    (key) => canonicalJson(row.answers[key] ?? null) !== canonicalJson(whole[key] ?? null),
  );
  return changed.length === 0
    ? []
    : [
        {
          kind,
          id: row.id,
          before,
          events: [{ type: 'edited', answers: whole, changed, org: row.org, origin: { by: 'person' } }],
        },
      ];
};

function broughtIn(
  { registers }: Pick<App, 'registers'>,
  { kind, id, before, events }: RowChange,
  at: Date,
): readonly Brought[] {
  let row: KeptRow | null = before?.row ?? null;
  return events.flatMap((body): readonly Brought[] => {
    row = applyToRow(id, row, { at: at.toISOString(), doer: NOBODY, body });
    if (body.type !== 'moved') return [];
    const brings = kind.stages?.moves.find(({ key }) => key === body.move)?.brings;
    const other = brings && registers.find(({ code }) => code === brings.register);
    const from = { register: kind.code, id, title: kind.title(row.answers) };
    return brings && other
      ? [
          {
            kind: other,
            org: row.org,
            rows: brings.rows(row, body.data),
            renews: brings.renews === true,
            from,
          },
        ]
      : [];
  });
}

const pickOr =
  (from: RowRef, others: PickResolver): PickResolver =>
  (register, given) =>
    register === from.register && 'id' in given && given.id === from.id
      ? { id: from.id, title: from.title }
      : others(register, given);

const NOBODY = { id: 'system', name: '', org: 'system' };

async function judged(
  app: App,
  query: Query,
  { office, at }: Bringing,
  { kind, rows, from, renews }: Brought,
): Promise<{ readonly sound: readonly Answers[]; readonly problems: readonly Problem[] }> {
  if (rows.length > MOST)
    return refusedBy(fault(kind, '', `一次最多登记 ${MOST} ${kind.measure}`, '请分批办理'));
  const book = await app.offices.get(office);
  const today = dayInShanghai(at.toISOString());
  const picked = { lookup: () => undefined, pick: pickOr(from, book.pick) };
  const context = judgedBy(book, kind, today, picked);
  const read = rows.map((answers) => review(kind.form, kind.checks, answers, context));
  const faults = read.flatMap(({ problems }) => problems.filter((problem) => blocks([problem])));
  if (faults.length > 0) return refusedBy(...faults.slice(0, NAMED));
  const sound = read.map((one) => one.sound);
  const names = sound.map((answers) => uniqueKey(kind, answers, app.keys));
  const seen = new Set<string>();
  const twice = names.filter((name) => name !== null && seen.size === seen.add(name).size);
  const unique = sound.flatMap((answers) => uniqueKeys(kind, answers, app.keys));
  const there = await rowsAlike(query, office, kind.code, { unique, near: [] });
  const problems = [
    ...(renews ? [] : there)
      .slice(0, NAMED)
      .map(({ title }) => fault(kind, title, '已经在册', '请核对，同一个不能登记两次；号段不能与以前的重叠')),
    ...twice
      .slice(0, NAMED)
      .map((name) => fault(kind, name ?? '', '在这一批里出现两次', '请核对，同一个只登记一次')),
  ];
  return { sound, problems };
}

const refusedBy = (...problems: readonly Problem[]) => ({ sound: [], problems });

const fault = (kind: RegisterKind, title: string, what: string, todo: string): Problem => ({
  code: 'row.taken',
  level: 'block',
  at: [],
  message: `${kind.name}${title}${what}`,
  en: `${kind.en} ${title} cannot be entered`,
  todo,
});
