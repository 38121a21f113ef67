import { dayInShanghai } from '@zhitongche/base';
import { seenSql, spanSql } from '@zhitongche/case/server';
import type { App, OfficeActor, OfficeConfig } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';

/** A span of days, both counted. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** Cases of a service that stand at a step. */
export interface StandingAt {
  readonly service: string;
  readonly step: string;
  readonly n: number;
}

/** Figures of cases an actor may see: each is what the list behind it holds, by the same rule of who sees what. */
export interface SeenFigures {
  /** Filed within the span, by service. */
  readonly received: ReadonlyMap<string, number>;
  /** The same by day. */
  readonly days: ReadonlyMap<string, number>;
  /** Under way now. */
  readonly open: number;
  /** Of them those whose deadline has passed. */
  readonly overdue: number;
  readonly steps: readonly StandingAt[];
}

/** Of somebody who asks for his own work only. */
export const NOTHING_SEEN: SeenFigures = {
  received: new Map(),
  days: new Map(),
  open: 0,
  overdue: 0,
  steps: [],
};

/** Counts what an actor sees; what is under way is never much, and of the others only a span is looked at. */
export async function seenFigures(
  app: App,
  actor: OfficeActor,
  book: OfficeConfig,
  span: Span,
): Promise<SeenFigures> {
  const [filed, standing] = await Promise.all([
    filedIn(app, actor, book, span),
    underWayNow(app, actor, book),
  ]);
  const whole = standing.find(({ whole: all }) => all);
  return {
    received: new Map(filed.flatMap(({ service, n }) => (service === null ? [] : [[service, n]]))),
    days: new Map(filed.flatMap(({ day, n }) => (day === null ? [] : [[day, n]]))),
    open: whole?.n ?? 0,
    overdue: whole?.overdue ?? 0,
    steps: standing.flatMap(({ whole: all, service, step, n }) =>
      all || service === null || step === null ? [] : [{ service, step, n }],
    ),
  };
}

async function filedIn(app: App, actor: OfficeActor, book: OfficeConfig, span: Span) {
  const params = new Params();
  const office = params.add(actor.office);
  const conditions = [
    `f.office = ${office}`,
    "f.status <> 'draft'",
    ...spanSql('f.submitted_at', span, params),
    seenSql(actor, { book, services: app.services }, params),
  ];
  return await app.db.query<{ service: string | null; day: string | null; n: number }>(
    `select service, day, count(*)::int as n from (
       select f.service, to_char(f.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
       from case_file f where ${conditions.join(' and ')}) seen
     group by grouping sets ((service), (day))`,
    params.values,
  );
}

async function underWayNow(app: App, actor: OfficeActor, book: OfficeConfig) {
  const params = new Params();
  const office = params.add(actor.office);
  const today = params.add(dayInShanghai(app.clock().toISOString()));
  return await app.db.query<{
    whole: boolean;
    service: string | null;
    step: string | null;
    n: number;
    overdue: number;
  }>(
    `select grouping(f.service) = 1 as whole, f.service, f.step, count(*)::int as n,
       (count(*) filter (where f.due < ${today}::date))::int as overdue
     from case_file f where f.office = ${office} and f.closed_at is null and f.status <> 'draft'
       and ${seenSql(actor, { book, services: app.services }, params)}
     group by grouping sets ((f.service, f.step), ())`,
    params.values,
  );
}
