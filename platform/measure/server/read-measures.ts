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
/** Months shown at most, whatever day somebody mistyped. */
const MOST = 60;
const PAGE = 50;

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

const SUMS = `coalesce(sum(l.n), 0)::text as n, count(*)::int as lines, count(distinct l.who)::int as persons,
  (percentile_cont(0.5) within group (order by l.n))::text as median`;

const figure = ({ measure }: SeenMeasure, sum: Sum) => {
  const value = valueOf(measure.sort, sum);
  return { value, words: valueInWords(measure, value), lines: sum.lines };
};

/** Every measure its reader may see, with what this month and this year come to: asked of all at once. */
export async function measureList(app: App, actor: OfficeActor) {
  const today = dayInShanghai(app.clock().toISOString());
  const seen = await seenMeasures(app, actor);
  if (seen.length === 0) return [];
  const building = await notBuilt(app, actor.office);
  const params = new Params();
  const sums = await app.db.query<Sum & { measure: string; month: boolean }>(
    `select l.measure, date_trunc('month', l.day)::date = ${params.add(monthOf(today))}::date as month, ${SUMS} from measure_line l
     where l.office = ${params.add(actor.office)}
       and l.day between ${params.add(`${today.slice(0, 4)}-01-01`)}::date and ${params.add(`${today.slice(0, 4)}-12-31`)}::date
       and (${seenLines(seen, params)})
     group by grouping sets ((1, 2), (1))`,
    params.values,
  );
  const sumOf = (code: string, month: true | null): Sum =>
    sums.find((sum) => sum.measure === code && sum.month === month) ?? NOTHING;
  return seen.map((one) => ({
    ...named(one),
    building: isBuilding(one, building),
    month: figure(one, sumOf(one.measure.code, true)),
    year: figure(one, sumOf(one.measure.code, null)),
  }));
}

/** SQL that is true for the lines of any of the measures their reader may see; those of one register or service share its reach. */
const seenLines = (seen: readonly SeenMeasure[], params: Params): string =>
  [...new Set(seen.map(ofKey))]
    .map((key) => {
      const ones = seen.filter((one) => ofKey(one) === key);
      const codes = params.add(ones.map(({ measure }) => measure.code));
      return `(l.measure = any(${codes}) and ${ones[0]?.seen(params) ?? 'false'})`;
    })
    .join(' or ');

const named = ({ measure: { code, name, what, sort }, ofName }: SeenMeasure) => ({
  code,
  name,
  what,
  sort,
  ofName,
});

const countKey = (of: SeenMeasure['of']): string =>
  of.kind === 'row'
    ? `row/${of.register}`
    : of.kind === 'case'
      ? `case/${of.service}`
      : `answer/${of.questionnaire}`;

/** What all of it comes from. */
const ofKey = ({ of, also }: SeenMeasure): string => [of, ...also].map(countKey).join(' ');

const isBuilding = ({ of, also }: SeenMeasure, building: ReadonlySet<string>): boolean =>
  [of, ...also].some((one) => building.has(countKey(one)));

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

/** Which of some measures are still being counted over what was on record: their figures are not whole. */
export async function unfinished(
  app: App,
  office: string,
  seen: readonly SeenMeasure[],
): Promise<ReadonlySet<string>> {
  const building = await notBuilt(app, office);
  return new Set(seen.filter((one) => isBuilding(one, building)).map(({ measure }) => measure.code));
}

/** One measure month by month, with months that came to something else after they were over. */
export async function measureHistory(
  app: App,
  actor: OfficeActor,
  code: string,
  span?: { readonly from?: string | undefined; readonly until?: string | undefined },
) {
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
  const last = [monthOf(today), sums.at(-1)?.month ?? ''].sort().at(-1) ?? '';
  const known = new Map(sums.map((sum) => [sum.month, sum]));
  return {
    ...named(one),
    building: isBuilding(one, building),
    months: monthsBetween(from, last).map((month) => ({
      month,
      ...figure(one, known.get(month) ?? NOTHING),
    })),
    places: await placesOf(app, actor, one, today),
    span: span?.from && span.until ? figure(one, await spanOf(app, actor, one, span.from, span.until)) : null,
    shifts: shifts.map(({ month, at, before, after }) => ({ month, at: at.toISOString(), before, after })),
  };
}

/** What a measure comes to in a span, by organisation, as its reader may see it. */
export async function sumsByOrg(
  app: App,
  actor: OfficeActor,
  one: SeenMeasure,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly (Sum & { readonly org: string })[]> {
  const params = new Params();
  return await app.db.query<Sum & { org: string }>(
    `select l.org, ${SUMS} from measure_line l
     where l.office = ${params.add(actor.office)} and l.measure = ${params.add(one.measure.code)}
       and l.day between ${params.add(from)}::date and ${params.add(until)}::date and ${one.seen(params)} group by 1`,
    params.values,
  );
}

/** What a measure comes to in a span. */
async function spanOf(
  app: App,
  actor: OfficeActor,
  one: SeenMeasure,
  from: string,
  until: string,
): Promise<Sum> {
  const params = new Params();
  const [sum] = await app.db.query<Sum>(
    `select ${SUMS} from measure_line l
     where l.office = ${params.add(actor.office)} and l.measure = ${params.add(one.measure.code)}
       and l.day between ${params.add(from)}::date and ${params.add(until)}::date and ${one.seen(params)}`,
    params.values,
  );
  return sum ?? NOTHING;
}

/** What a week of a span came to, counted from its first day; `week` null = the whole span. */
export interface WeekSum extends Sum {
  readonly measure: string;
  readonly week: number | null;
  /** Sum of the squares of the lines. */
  readonly squares: string;
}

/** What several measures come to in a span, as their reader may see them: whole, and week by week. */
export async function sumsByWeek(
  app: App,
  actor: OfficeActor,
  seen: readonly SeenMeasure[],
  { from, until, orgs }: { readonly from: string; readonly until: string; readonly orgs: readonly string[] },
): Promise<readonly WeekSum[]> {
  if (seen.length === 0) return [];
  const params = new Params();
  return await app.db.query<WeekSum>(
    `select l.measure, (l.day - ${params.add(from)}::date) / 7 as week, coalesce(sum(l.n * l.n), 0)::text as squares, ${SUMS}
     from measure_line l
     where l.office = ${params.add(actor.office)} and l.day between ${params.add(from)}::date and ${params.add(until)}::date
       and l.org = any(${params.add(orgs)}::uuid[]) and (${seenLines(seen, params)})
     group by grouping sets ((1, 2), (1))`,
    params.values,
  );
}

/** This year of a measure by organisation and quarter. */
async function placesOf(app: App, actor: OfficeActor, one: SeenMeasure, today: string) {
  const params = new Params();
  const sums = await app.db.query<Sum & { org: string; quarter: string }>(
    `select l.org, to_char(date_trunc('quarter', l.day), 'YYYY-MM-DD') as quarter, ${SUMS} from measure_line l
     where l.office = ${params.add(actor.office)} and l.measure = ${params.add(one.measure.code)}
       and l.day between ${params.add(`${today.slice(0, 4)}-01-01`)}::date and ${params.add(`${today.slice(0, 4)}-12-31`)}::date
       and ${one.seen(params)} group by 1, 2 order by 1, 2`,
    params.values,
  );
  const book = await app.offices.get(actor.office);
  return sums.map(({ org, quarter, ...sum }) => ({
    org,
    orgName: book.orgName(org),
    quarter,
    ...figure(one, sum),
  }));
}

/** First days of the months from one to another, both included; at most some years of them. */
const monthsBetween = (from: string, last: string): readonly string[] => {
  const months = [from];
  for (let next = addMonths(from, 1); next <= last && months.length < MOST; next = addMonths(next, 1))
    months.push(next);
  return months;
};

/** What stands behind a figure: every case or row of a span with what it adds on a day, newest first; they add up to it. */
export async function measureLines(
  app: App,
  actor: OfficeActor,
  code: string,
  asked: {
    readonly from: string;
    readonly until: string;
    readonly org?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
) {
  const one = await seenMeasure(app, actor, code);
  const cursor = markOf(asked.cursor);
  const limit = asked.limit ?? PAGE;
  const params = new Params();
  const only = asked.org === undefined ? '' : `and l.org = ${params.add(asked.org)}::uuid`;
  const after = cursor
    ? `and (l.day, l.subject) < (${params.add(cursor[0])}::date, ${params.add(cursor[1])}::uuid)`
    : '';
  const title =
    one.of.kind === 'row'
      ? '(select k.title from kept_row k where k.office = g.office and k.id = g.subject)'
      : one.of.kind === 'answer'
        ? "'匿名答卷'"
        : `(select coalesce(f.number || ' ', '') || f.title from case_file f where f.office = g.office and f.id = g.subject)`;
  const rows = await app.db.query<Counted>(
    `select g.*, ${title} as title from (
       select l.office, l.subject, l.org, l.day, sum(l.n)::text as n, count(*)::int as lines, count(distinct l.who)::int as persons
       from measure_line l
       where l.office = ${params.add(actor.office)} and l.measure = ${params.add(code)}
         and l.day between ${params.add(asked.from)}::date and ${params.add(asked.until)}::date and ${one.seen(params)} ${only} ${after}
       group by l.office, l.subject, l.org, l.day
       order by l.day desc, l.subject desc limit ${params.add(limit + 1)}) g
     order by g.day desc, g.subject desc`,
    params.values,
  );
  const book = await app.offices.get(actor.office);
  return pageOf(
    rows,
    limit,
    (row): CursorKey => [row.day, row.subject],
    (row) => ({
      id: row.subject,
      kind: one.of.kind,
      ...(one.of.kind === 'row' ? { register: one.of.register } : {}),
      title: row.title ?? '',
      orgName: book.orgName(row.org),
      day: row.day,
      n: row.n,
      words: addedInWords(one, row),
    }),
  );
}

/** What one case or row adds on a day. */
const addedInWords = ({ measure }: SeenMeasure, row: Counted): string => {
  if (measure.sort !== 'rate') return valueInWords(measure, valueOf(measure.sort, row));
  if (row.lines > 1) return `${row.lines}中${Number(row.n)}`;
  return Number(row.n) === 1 ? '是' : '否';
};

interface Counted extends Sum {
  readonly subject: string;
  readonly org: string;
  readonly day: string;
  readonly title: string | null;
}

function markOf(cursor: string | undefined): readonly [string, string] | null {
  const mark = readCursor(cursor, 2);
  if (!mark) return null;
  const [day, id] = mark;
  if (isDay(day) && typeof id === 'string' && isId(id)) return [day, id];
  throw unknownCursor();
}
