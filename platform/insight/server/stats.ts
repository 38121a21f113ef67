import { addDays, dayInShanghai } from '@zhitongche/base';
import { isAdmin } from '@zhitongche/case';
import { type OfficeActor, type App, type OfficeConfig, unsound } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';
import { mineSql } from '@zhitongche/case/server';
import { unitsBelow } from '@zhitongche/office/server';
import { NOTHING_SEEN, seenFigures, type SeenFigures, type Span, type StandingAt } from './seen-figures.ts';

interface Fact {
  /** Null of what is summed over the span. */
  readonly day: string | null;
  /** Empty of what is summed over all services, as days are. */
  readonly service: string;
  readonly what: string;
  readonly n: number;
}

const DAYS_BACK = 89;
const LONGEST_SPAN = 3 * 366;

/**
 * Work statistics of the actor or of his offices. What counts cases counts those he may see, and is what the list behind it
 * holds; acts, times and ratings are summed from the day facts of his offices.
 */
export async function stats(
  app: App,
  actor: OfficeActor,
  asked: {
    readonly from?: string | undefined;
    readonly until?: string | undefined;
    readonly of?: 'me' | 'office' | undefined;
  },
) {
  const book = await app.offices.get(actor.office);
  const now = dayInShanghai(app.clock().toISOString());
  const span = spanOf(asked, now);
  const units = isAdmin(actor) ? [] : unitsBelow(actor, book);
  const { summed } = app.services;
  const [facts, seen, countries, own] = await Promise.all([
    factsOf(app, actor.office, units, span),
    asked.of === 'me' ? NOTHING_SEEN : seenFigures(app, actor, book, span),
    summed ? byCountry(app, actor.office, units, span) : [],
    asked.of === 'me' ? mine(app, actor, book, span, now) : null,
  ]);
  const sums = sumsOf(facts);
  const lengths = lengthsOf(facts);
  const total = (what: string): number => sums.get(what) ?? 0;
  const services = byService(app, seen);
  return {
    received: services.reduce((sum, { count }) => sum + count, 0),
    handled: own?.handled ?? total('handled'),
    cases: own?.cases ?? 0,
    open: own?.open ?? seen.open,
    onTime: own?.onTime ?? total('on-time'),
    late: own?.late ?? total('late'),
    overdue: own?.overdue ?? seen.overdue,
    returned: total('returned'),
    satisfied: total('satisfied'),
    rated: total('rated'),
    medianDays: own ? own.medianDays : median(lengths.get(TOOK) ?? NONE),
    byDay: byDay(facts, seen, own?.byDay),
    byService: services,
    byStep: byStep(app, seen.steps, lengths),
    byCountry: countries,
    ...(summed ? { countriesOf: { register: summed.key, ...summed.summed.words } } : {}),
  };
}

function spanOf(
  asked: { readonly from?: string | undefined; readonly until?: string | undefined },
  today: string,
): Span {
  const until = asked.until ?? today;
  const from = asked.from ?? addDays(until, -DAYS_BACK);
  if (from <= until && addDays(from, LONGEST_SPAN) >= until) return { from, until };
  throw unsound([
    {
      code: 'input.span',
      level: 'block',
      at: ['from'],
      message: '起止日期不正确，起始日应不晚于截止日，跨度不超过三年',
      en: 'Give two days, the first not after the second, at most three years apart',
    },
  ]);
}

/** The actor's own seats: what was closed in the span, what waits now, and how long it took. */
async function mine(app: App, actor: OfficeActor, book: OfficeConfig, span: Span, now: string) {
  // Summed where they lie: somebody's decisions of three years are thousands.
  const rows = await app.db.query<{
    day: string | null;
    n: number;
    cases: number;
    late: number;
    middle: number;
  }>(
    `select t.day, count(*)::int as n, count(distinct t.case_id)::int as cases, count(*) filter (where t.day > t.due)::int as late,
       percentile_disc(0.5) within group (order by t.days)::float8 as middle
     from (select (t.done_at at time zone 'Asia/Shanghai')::date as day, t.due, t.case_id,
         extract(epoch from t.done_at - t.opened_at) / 86400 as days
       from task t where t.office = $1 and t.done_by = $2 and t.status = 'done'
         and t.done_at >= ($3::date::timestamp at time zone 'Asia/Shanghai')
         and t.done_at < (($4::date + 1)::timestamp at time zone 'Asia/Shanghai')) t
     group by grouping sets ((t.day), ())`,
    [actor.office, actor.id, span.from, span.until],
  );
  const params = new Params();
  const office = params.add(actor.office);
  const today = params.add(now);
  const [waiting] = await app.db.query<{ n: number; overdue: number }>(
    `select count(distinct t.case_id)::int as n, (count(distinct t.case_id) filter (where f.due < ${today}::date))::int as overdue from task t join case_file f on f.office = t.office and f.id = t.case_id
     where t.office = ${office} and t.status = 'open' and t.ready and ${mineSql(actor, book, params)}`,
    params.values,
  );
  const whole = rows.find((row) => row.day === null);
  const { n, late } = whole ?? { n: 0, late: 0 };
  return {
    handled: n,
    cases: whole?.cases ?? 0,
    open: waiting?.n ?? 0,
    onTime: n - late,
    late,
    overdue: waiting?.overdue ?? 0,
    medianDays: whole && n > 0 ? Math.round(whole.middle * 10) / 10 : null,
    byDay: new Map(rows.flatMap((row) => (row.day === null ? [] : [[row.day, row.n] as const]))),
  };
}

/** Facts of a span: single days of what is drawn by day; sums of everything else, over whole months by the month. */
async function factsOf(
  app: App,
  office: string,
  units: readonly string[],
  { from, until }: Span,
): Promise<readonly Fact[]> {
  // Both the first of a month: the months between lie whole in the span.
  const first = monthOf(from) === from ? from : nextMonth(from);
  const after = monthOf(addDays(until, 1));
  // A program that does not know of months may have followed last: until they are summed again the days are read.
  return await app.db.query<Fact>(
    `with mark as (
       select count(distinct upto_xid) = 1 and count(*) = 2 as agree from follower
       where office = $1 and name in ('day-fact', 'month-fact')),
     here as (select unnest($4::uuid[]) as unit)
     select null as day, service, what, sum(n)::int as n from (
       select service, what, n from month_fact
       where office = $1 and month >= $5 and month < $6 and unit in (select unit from here) and (select agree from mark)
       union all select service, what, n from day_fact
       where office = $1 and day >= $5 and day < $6 and unit in (select unit from here) and not (select agree from mark)
       union all select service, what, n from day_fact
       where office = $1 and day >= $2 and day < least($5::date, $3::date + 1) and unit in (select unit from here)
       union all select service, what, n from day_fact
       where office = $1 and day >= greatest($6::date, $5::date) and day <= $3 and unit in (select unit from here)) sums
     where what not in ('received', 'handled') group by 2, 3
     union all select day, coalesce(service, ''), what, sum(n)::int from day_fact
     where office = $1 and day between $2 and $3 and unit in (select unit from here) and what = 'handled'
     group by grouping sets ((day, what), (service, what))`,
    [office, from, until, units, first, after],
  );
}

const monthOf = (day: string): string => `${day.slice(0, 8)}01`;
const nextMonth = (day: string): string => monthOf(addDays(monthOf(day), 31));

/** What was counted over the whole span, by what it is. */
function sumsOf(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { day, what, n } of facts) if (day === null) sums.set(what, (sums.get(what) ?? 0) + n);
  return sums;
}

const TOOK = 'took:';
const STEP = 'step:';

/** How often each length in working days occurred. */
type Lengths = Map<number, number>;

/** Lengths of whole cases under `took:`, and of each step under its service and key; every fact is looked at once. */
function lengthsOf(facts: readonly Fact[]): ReadonlyMap<string, Lengths> {
  const all = new Map<string, Lengths>();
  for (const { service, what, n } of facts) {
    if (!what.startsWith(TOOK) && !what.startsWith(STEP)) continue;
    const cut = what.lastIndexOf(':') + 1;
    const of = what.startsWith(TOOK) ? TOOK : `${service} ${what.slice(0, cut)}`;
    const lengths = all.get(of) ?? new Map<number, number>();
    all.set(of, lengths);
    const days = Number(what.slice(cut));
    lengths.set(days, (lengths.get(days) ?? 0) + n);
  }
  return all;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** The length in the middle; null when nothing was counted. */
function median(counts: ReadonlyMap<number, number>): number | null {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const all = sorted.reduce((total, [, n]) => total + n, 0);
  let seen = 0;
  for (const [days, n] of sorted) {
    seen += n;
    if (seen * 2 >= all) return days;
  }
  return null;
}

/** Cases that came in as the reader sees them; acts as the office took them, or the reader himself. */
function byDay(facts: readonly Fact[], seen: SeenFigures, own: ReadonlyMap<string, number> | undefined) {
  const days = new Map<string, { day: string; received: number; handled: number }>();
  const at = (day: string) => {
    const known = days.get(day) ?? { day, received: 0, handled: 0 };
    days.set(day, known);
    return known;
  };
  for (const { day, what, n } of facts) {
    if (day === null) continue;
    if (what === 'handled' && !own) at(day).handled += n;
  }
  for (const [day, n] of seen.days) at(day).received += n;
  for (const [day, n] of own ?? []) at(day).handled += n;
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
}

const byService = (app: App, { received }: SeenFigures) =>
  [...received].map(([service, count]) => ({
    service,
    name: app.services.card(service)?.name ?? service,
    count,
  }));

function byStep(app: App, open: readonly StandingAt[], lengths: ReadonlyMap<string, Lengths>) {
  const waiting = new Map(open.map(({ service, step, n }) => [`${service} ${step}`, n]));
  return app.services.current.flatMap((service) =>
    Object.entries(service.flow.steps)
      .filter(([, step]) => step.kind !== 'end')
      .map(([key, step]) => ({
        service: service.code,
        step: key,
        title: step.title,
        open: waiting.get(`${service.code} ${key}`) ?? 0,
        medianDays: median(lengths.get(`${service.code} ${STEP}${key}:`) ?? NONE),
      }))
      .filter((row) => row.open > 0 || row.medianDays !== null),
  );
}

async function byCountry(app: App, office: string, units: readonly string[], span: Span) {
  return await app.db.query<{ country: string; trips: number; persons: number }>(
    `select country, sum(trips)::int as trips, sum(persons)::int as persons from country_fact
     where office = $1 and day between $2 and $3 and unit = any($4::uuid[])
     group by country order by trips desc, country limit 200`,
    [office, span.from, span.until, units],
  );
}
