import { round } from './stats.ts';
import type { BenchServer } from './postgres.ts';
import { type Week, weeksSvg } from './year.ts';

/** Cases at the offices and not yet decided. */
export async function backlogNow(server: BenchServer): Promise<number> {
  const [row] = await server.owner.query<{ n: number }>(
    `select count(distinct (office, case_id))::int as n from task
     where status = 'open' and step in ('window', 'handler', 'division-head', 'deputy')`,
  );
  return row?.n ?? 0;
}

/** The run itself, beside what it left in the database. */
export interface YearRun {
  readonly seconds: number;
  readonly stops: ReadonlyMap<string, number>;
  readonly year: number;
  /** Days an earlier run had finished. */
  readonly continued: number;
}

const WEEKS = `with received as (
    select (submitted_at at time zone 'Asia/Shanghai')::date as day, count(*) as n from case_file where submitted_at is not null group by 1
  ), decided as (
    select (at at time zone 'Asia/Shanghai')::date as day, count(*) as n from case_event where body->>'type' = 'clock-stopped' group by 1
  )
  select to_char(min(d.day), 'YYYY-MM-DD') as "from", coalesce(sum(r.n), 0)::int as received, coalesce(sum(c.n), 0)::int as decided,
    (array_agg(d.backlog order by d.day desc))[1] as backlog
  from nation_day d left join received r using (day) left join decided c using (day) group by date_trunc('week', d.day) order by 1`;

/** What the year came to: weeks, promises kept, numbers proved free of gaps. */
export async function yearReport(server: BenchServer, run: YearRun): Promise<Record<string, unknown>> {
  const one = async (sql: string): Promise<Readonly<Record<string, number>>> =>
    (await server.owner.query<Record<string, number>>(sql))[0] ?? {};
  const weeks = await server.owner.query<Week>(WEEKS);
  const kept = await one(
    `select coalesce(sum(n) filter (where what = 'on-time'), 0)::int as on_time, coalesce(sum(n) filter (where what = 'late'), 0)::int as late from day_fact`,
  );
  const numbers = await one(
    `select count(*)::int as series, count(*) filter (where many <> last or lowest <> 1 or highest <> last)::int as gaps, coalesce(sum(many), 0)::int as drawn
     from (select c.last, count(d.seq) as many, min(d.seq) as lowest, max(d.seq) as highest from counter c
       left join number_drawn d using (office, series, year) group by c.office, c.series, c.year, c.last) s`,
  );
  // An act is what a person did and the audit of cases holds; papers and clocks are the system's.
  const done = await one(
    `select count(*) filter (where action like 'case.%' and action not in ('case.create', 'case.tick'))::int as acts,
       count(*)::int as audited, (select count(*)::int from case_event) as events,
       (select count(*)::int from case_file where submitted_at is not null) as received,
       (select count(*)::int from case_file where closed_at is not null) as closed,
       (select count(*)::int from paper) as papers, (select count(*)::int from outbox) as jobs,
       (select count(*)::int from register_row) as rows, pg_database_size(current_database())::float8 as bytes from audit`,
  );
  const clocked = (kept.on_time ?? 0) + (kept.late ?? 0);
  return {
    postgres: server.version,
    continuedAfterDays: run.continued,
    seconds: Math.round(run.seconds),
    received: done.received,
    stoppedByTheForm: Object.fromEntries(run.stops),
    decided: weeks.reduce((sum, week) => sum + week.decided, 0),
    closed: done.closed,
    backlogAtMost: Math.max(0, ...weeks.map((week) => week.backlog)),
    backlogAtEnd: weeks.at(-1)?.backlog ?? 0,
    withinPromise: clocked > 0 ? round((kept.on_time ?? 0) / clocked) : null,
    acts: done.acts,
    actsPerSecond: run.continued > 0 ? null : round((done.acts ?? 0) / run.seconds),
    events: done.events,
    auditRows: done.audited,
    registerRows: done.rows,
    bytesPerCase: Math.round((done.bytes ?? 0) / Math.max(1, done.received ?? 0)),
    numbers: { series: numbers.series, drawn: numbers.drawn, seriesWithGaps: numbers.gaps },
    papers: { recorded: done.papers, jobsLeft: done.jobs },
    weeks,
    chart: weeksSvg(weeks, `31 个省外办，${run.year} 年`),
  };
}
