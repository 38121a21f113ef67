import type { SummedRegister } from '@zhitongche/core/server';
import type { Query, Statement } from '@zhitongche/host';

/** A unit's rows that have changed: what they add up to has to be counted again. */
export interface Changed {
  readonly office: string;
  readonly unit: string;
  /** Days of departure the rows had before or have now. */
  readonly days: readonly string[];
  /** How many rows more a register has now, by its key; `null` = unknown, all of the unit's rows are counted. */
  readonly more: Readonly<Record<string, number | null>>;
}

const TURN: Statement = {
  name: 'register-turn',
  text: "select pg_advisory_xact_lock(hashtext('register-rows'), hashtext($1))",
};

/**
 * Takes a unit's turn until the transaction ends: one hand at a time writes its rows and what they add up to.
 */
export async function takeTurn(query: Query, office: string, unit: string): Promise<void> {
  await query(TURN, [`${office}/${unit}`]);
}

const FORGET: Statement = {
  name: 'country-facts-forget',
  text: 'delete from country_fact where office = $1 and unit = $2 and day = any($3::date[])',
};

/** The full computation, for some days of a unit; each case has all its rows on one day. */
const COUNT: Statement = {
  name: 'country-facts-count',
  text: `insert into country_fact (office, day, country, unit, trips, persons)
  select r.office, r.day, c.country, r.unit, count(distinct r.case_id), count(*)
  from register_row r cross join lateral jsonb_array_elements_text(
    case when jsonb_typeof(r.data->$5) = 'array' then r.data->$5 else '[]' end) as c(country)
  where r.office = $1 and r.register = $4 and r.unit = $2 and coalesce(r.day, '-infinity') = any($3::date[])
    and ($6::text is null or r.data->>$6 is distinct from $7)
  group by r.office, r.day, c.country, r.unit`,
};

const RESIZE: Statement = {
  name: 'register-size',
  text: `insert into register_size as s (office, register, unit, n)
  select $1, m.register, $2, coalesce(m.more, (select count(*) from register_row r
    where r.office = $1 and r.register = m.register and r.unit = $2))
  from json_to_recordset($3::json) as m(register text, more int)
  on conflict (office, register, unit) do update
    set n = case when $4 then s.n + excluded.n else excluded.n end`,
};

/** Brings what a unit's rows add up to up to date with them: the sums of the register a folder declares, and all sizes. The unit's turn must have been taken before they were read. */
export async function settleFacts(
  query: Query,
  by: SummedRegister | undefined,
  { office, unit, days, more }: Changed,
): Promise<void> {
  if (by && days.length > 0) {
    const { countries, unless } = by.summed;
    await query(FORGET, [office, unit, days]);
    await query(COUNT, [office, unit, days, by.key, countries, ...(unless ?? [null, null])]);
  }
  const sizes = Object.entries(more).map(([register, n]) => ({ register, more: n }));
  const known = sizes.filter((size) => size.more !== null && size.more !== 0);
  const unknown = sizes.filter((size) => size.more === null);
  if (known.length > 0) await query(RESIZE, [office, unit, JSON.stringify(known), true]);
  if (unknown.length > 0) await query(RESIZE, [office, unit, JSON.stringify(unknown), false]);
}
