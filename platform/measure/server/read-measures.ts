import { addMonths, dayInShanghai, isDay } from '@zhitongche/base';
import {
  type App,
  type CursorKey,
  type OfficeActor,
  pageOf,
  readCursor,
  unknownCursor,
} from '@zhitongche/core/server';
import { isId, Params } from '@zhitongche/host';
import { NOTHING, type Sum, valueInWords, valueOf } from '@zhitongche/measure';
import { seenMeasure, type SeenMeasure, seenMeasures } from './measure-scope.ts';

/** Months a history goes back. */
const BACK = 13;
const PAGE = 50;

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

const SUMS = `coalesce(sum(l.n), 0)::text as n, count(*)::int as lines, count(distinct l.who)::int as persons`;

const figure = ({ measure: { sort, unit } }: SeenMeasure, sum: Sum) => {
  const value = valueOf(sort, sum);
  return { value, words: valueInWords(sort, unit, value), lines: sum.lines };
};

/** Every measure its reader may see, with what this month and this year come to. */
export async function measureList(app: App, actor: OfficeActor) {
  const today = dayInShanghai(app.clock().toISOString());
  const seen = await seenMeasures(app, actor);
  const building = await notBuilt(app, actor.office);
  return await Promise.all(
    seen.map(async (one) => {
      const params = new Params();
      const sums = await app.db.query<Sum & { month: boolean }>(
        `select l.day >= ${params.add(monthOf(today))}::date as month, ${SUMS} from measure_line l
         where l.office = ${params.add(actor.office)} and l.measure = ${params.add(one.measure.code)}
           and l.day between ${params.add(`${today.slice(0, 4)}-01-01`)}::date and ${params.add(`${today.slice(0, 4)}-12-31`)}::date
           and ${one.seen(params)}
         group by grouping sets ((1), ()) having true`,
        params.values,
      );
      const year = sums.find(({ month }) => month === null) ?? NOTHING;
      const month = sums.find((sum) => sum.month === true) ?? NOTHING;
      return {
        ...named(one),
        building: building.has(ofKey(one)),
        month: figure(one, month),
        year: figure(one, year),
      };
    }),
  );
}

const named = ({ measure: { code, name, what, sort }, ofName }: SeenMeasure) => ({
  code,
  name,
  what,
  sort,
  ofName,
});

const ofKey = ({ of }: SeenMeasure): string =>
  of.kind === 'row' ? `row/${of.register}` : `case/${of.service}`;

/** What is still being counted for the first time, or anew: its figures are not whole. */
async function notBuilt(app: App, office: string): Promise<ReadonlySet<string>> {
  const done = await app.db.query<{ of: string }>('select of from measure_built where office = $1 and done', [
    office,
  ]);
  const known = new Set(done.map(({ of }) => of));
  return new Set(
    app.measures
      .map((one) => (one.kind === 'row-measures' ? `row/${one.register}` : `case/${one.service}`))
      .filter((of) => !known.has(of)),
  );
}

/** One measure month by month, with months that came to something else after they were over. */
export async function measureHistory(app: App, actor: OfficeActor, code: string) {
  const one = await seenMeasure(app, actor, code);
  const today = dayInShanghai(app.clock().toISOString());
  const from = addMonths(monthOf(today), 1 - BACK);
  const params = new Params();
  const sums = await app.db.query<Sum & { month: string }>(
    `select to_char(date_trunc('month', l.day), 'YYYY-MM-DD') as month, ${SUMS} from measure_line l
     where l.office = ${params.add(actor.office)} and l.measure = ${params.add(code)} and l.day >= ${params.add(from)}::date
       and ${one.seen(params)} group by 1 order by 1`,
    params.values,
  );
  const asked = new Params();
  const shifts = await app.db.query<{ month: string; at: Date; before: string; after: string }>(
    `select l.month, l.at, sum(l.before)::text as before, sum(l.after)::text as after from measure_shift l
     where l.office = ${asked.add(actor.office)} and l.measure = ${asked.add(code)} and l.month >= ${asked.add(from)}::date
       and ${one.seen(asked)} group by 1, 2 order by 2 desc limit 20`,
    asked.values,
  );
  const building = await notBuilt(app, actor.office);
  return {
    ...named(one),
    building: building.has(ofKey(one)),
    months: Array.from({ length: BACK }, (_, at) => {
      const month = addMonths(from, at);
      return { month, ...figure(one, sums.find((sum) => sum.month === month) ?? NOTHING) };
    }),
    shifts: shifts.map(({ month, at, before, after }) => ({ month, at: at.toISOString(), before, after })),
  };
}

/** What stands behind a figure: every line of a span, newest first, which add up to it. */
export async function measureLines(
  app: App,
  actor: OfficeActor,
  code: string,
  asked: {
    readonly from: string;
    readonly until: string;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
) {
  const one = await seenMeasure(app, actor, code);
  const cursor = markOf(asked.cursor);
  const limit = asked.limit ?? PAGE;
  const params = new Params();
  const after = cursor
    ? `and (l.day, l.subject, l.seq) < (${params.add(cursor[0])}::date, ${params.add(cursor[1])}::uuid, ${params.add(cursor[2])}::int)`
    : '';
  const title =
    one.of.kind === 'row'
      ? '(select k.title from kept_row k where k.office = l.office and k.id = l.subject)'
      : `(select coalesce(f.number || ' ', '') || f.title from case_file f where f.office = l.office and f.id = l.subject)`;
  const rows = await app.db.query<Line>(
    `select l.subject, l.seq, l.org, l.day, l.n::text as n, ${title} as title from measure_line l
     where l.office = ${params.add(actor.office)} and l.measure = ${params.add(code)}
       and l.day between ${params.add(asked.from)}::date and ${params.add(asked.until)}::date and ${one.seen(params)} ${after}
     order by l.day desc, l.subject desc, l.seq desc limit ${params.add(limit + 1)}`,
    params.values,
  );
  const book = await app.offices.get(actor.office);
  const { sort, unit } = one.measure;
  return pageOf(
    rows,
    limit,
    (row): CursorKey => [row.day, row.subject, String(row.seq)],
    (row) => ({
      id: row.subject,
      kind: one.of.kind,
      ...(one.of.kind === 'row' ? { register: one.of.register } : {}),
      title: row.title ?? '',
      orgName: book.orgName(row.org),
      day: row.day,
      n: row.n,
      words:
        sort === 'rate'
          ? Number(row.n) === 1
            ? '计入'
            : '未计入'
          : valueInWords(sort === 'persons' ? 'things' : sort, unit, row.n),
    }),
  );
}

interface Line {
  readonly subject: string;
  readonly seq: number;
  readonly org: string;
  readonly day: string;
  readonly n: string;
  readonly title: string | null;
}

function markOf(cursor: string | undefined): readonly [string, string, string] | null {
  const mark = readCursor(cursor, 3);
  if (!mark) return null;
  const [day, id, seq] = mark;
  const sound =
    isDay(day) && typeof id === 'string' && isId(id) && typeof seq === 'string' && /^\d{1,6}$/.test(seq);
  if (sound) return [day, id, seq];
  throw unknownCursor();
}
