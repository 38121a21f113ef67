import type { Query } from '@zhitongche/host';

/** What acts of one local day counted for in one slice. */
export interface WorkFact {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly service: string;
  readonly unit: string;
  readonly what: string;
  readonly n: number;
}

/** Adds facts to the sums of their days and of their months. */
export async function addFacts(query: Query, office: string, facts: readonly WorkFact[]): Promise<void> {
  if (facts.length === 0) return;
  // Both sums in one statement; rows in the order of the key, as every writer takes them.
  await query(
    `with s as materialized (
       select * from json_to_recordset($2::json) as s(day date, service text, unit uuid, what text, n bigint)),
     days as (
       insert into day_fact as d (office, day, service, unit, what, n)
       select $1, day, service, unit, what, n from s
       on conflict (office, day, service, what, unit) do update set n = d.n + excluded.n)
     insert into month_fact as m (office, month, service, unit, what, n)
     select $1, date_trunc('month', day)::date, service, unit, what, sum(n) from s group by 2, 3, 4, 5
     on conflict (office, month, service, what, unit) do update set n = m.n + excluded.n`,
    [office, JSON.stringify(facts)],
  );
}

/** Sums the months of an office anew: days were added by a program that does not know of months. */
export async function sumMonths(query: Query, office: string): Promise<void> {
  await query('delete from month_fact where office = $1', [office]);
  await query(
    `insert into month_fact (office, month, service, unit, what, n)
     select office, date_trunc('month', day)::date, service, unit, what, sum(n) from day_fact
     where office = $1 group by 1, 2, 3, 4, 5`,
    [office],
  );
}
