import { round } from './stats.ts';
import type { BenchServer } from './postgres.ts';
import { type Week, weeksSvg } from './year.ts';

/** Cases received and decided so far and those at the offices now. */
export async function totals(
  server: BenchServer,
): Promise<{ received: number; decided: number; backlog: number }> {
  const [row] = await server.owner.query<{ received: number; decided: number; backlog: number }>(
    `select count(*) filter (where number is not null) as received, count(*) filter (where number is not null and step in ('issuing', 'abroad', 'after-trip', 'evaluation', 'done')) as decided,
       count(*) filter (where step in ('window', 'handler', 'division-head', 'deputy')) as backlog from case_file`,
  );
  return row ?? { received: 0, decided: 0, backlog: 0 };
}

/** What the year came to: weeks, promises kept, numbers proved free of gaps. */
export async function yearReport(
  server: BenchServer,
  seconds: number,
  turned: ReadonlyMap<string, number>,
  year: number,
  continued: number,
): Promise<Record<string, unknown>> {
  const weeks = await server.owner.query<Week & { last: string }>(
    `select to_char(min(day), 'YYYY-MM-DD') as "from", max(day)::text as last, sum(received)::int as received, sum(decided)::int as decided,
       (array_agg(backlog order by day desc))[1] as backlog from nation_day group by date_trunc('week', day) order by 1`,
  );
  const [kept] = await server.owner.query<{ on_time: number; late: number; handled: number }>(
    `select coalesce(sum(n) filter (where what = 'on-time'), 0)::int as on_time, coalesce(sum(n) filter (where what = 'late'), 0)::int as late,
       coalesce(sum(n) filter (where what = 'handled'), 0)::int as handled from day_fact`,
  );
  const [numbers] = await server.owner.query<{ series: number; gaps: number; drawn: number }>(
    `select count(*) as series, count(*) filter (where many <> last or lowest <> 1 or highest <> last) as gaps, coalesce(sum(many), 0)::int as drawn
     from (select c.last, count(d.seq) as many, min(d.seq) as lowest, max(d.seq) as highest from counter c
       left join number_drawn d using (office, series, year) group by c.office, c.series, c.year, c.last) s`,
  );
  const [papers] = await server.owner.query<{ made: number; stuck: number }>(
    'select count(*) as made, (select count(*) from outbox) as stuck from paper',
  );
  const received = weeks.reduce((sum, week) => sum + week.received, 0);
  const decided = weeks.reduce((sum, week) => sum + week.decided, 0);
  const clocked = (kept?.on_time ?? 0) + (kept?.late ?? 0);
  return {
    postgres: server.version,
    continuedAfterDays: continued,
    seconds: Math.round(seconds),
    received,
    stoppedByTheForm: Object.fromEntries(turned),
    decided,
    backlogAtMost: Math.max(0, ...weeks.map((week) => week.backlog)),
    backlogAtEnd: weeks.at(-1)?.backlog ?? 0,
    withinPromise: clocked > 0 ? round((kept?.on_time ?? 0) / clocked) : null,
    decisions: kept?.handled ?? 0,
    numbers: { series: numbers?.series, drawn: numbers?.drawn, seriesWithGaps: numbers?.gaps },
    papers: { recorded: papers?.made, jobsLeft: papers?.stuck },
    weeks: weeks.map(({ last: _last, ...week }) => week),
    chart: weeksSvg(weeks, `31 个省外办，${year} 年`),
  };
}
