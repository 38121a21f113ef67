import { addDays, isJsonObject } from '@zhitongche/base';
import type { LookupProvider } from '@zhitongche/core/server';
import type { Statement } from '@zhitongche/host';
import { textsIn } from '../../../shared/lookup-rows.ts';

/** Countries one question may name; a guard against programs. */
const MOST = 60;

const DAYS: Statement = {
  name: 'visa-days',
  text: `select r.data->>'country' as country, count(*)::int as lines,
      trim_scale((percentile_cont(0.5) within group (order by (r.data->>'days')::int))::numeric)::text as days
    from register_row r where r.office = $1 and r.register = 'visas' and r.data->>'country' = any($2::text[])
      and r.data->>'days' ~ '^[0-9]{1,4}$' and r.data->>'backOn' >= $3 group by 1 order by 1`,
};

/** How long missions kept passports in the last year, country by country; of nobody in particular. */
export const VISA_LOOKUPS: Readonly<Record<string, LookupProvider>> = {
  'visa-days': {
    question(args, { office, today }) {
      const countries = isJsonObject(args) ? textsIn(args['countries']).slice(0, MOST) : [];
      return countries.length === 0
        ? null
        : { statement: DAYS, values: [office, countries, addDays(today, -365)] };
    },
    answer: (rows) => ({ rows: rows.map((row) => ({ ...row })) }),
  },
};
