import type { App } from '@zhitongche/core/server';
import { settleFacts, takeTurn, type RegisterData, rowGrams } from '@zhitongche/register/server';

/** Rows read in one round. */
const BATCH = 1_000;

interface Row extends Pick<RegisterData, 'register' | 'id' | 'data'> {
  readonly day: string | null;
  readonly updated: string;
}

/**
 * Makes rows searchable that were written without their character pairs, by a program before these existed or by a node
 * that still runs it, and counts what they add up to; one unit in a round. Gives how many rows it read.
 */
export async function catchUpRegisters(app: App): Promise<number> {
  return await app.db.tx(async (query) => {
    const [next] = await query<{ office: string; unit: string | null }>(
      'select office, unit from register_row where grams_at is distinct from updated_at limit 1',
    );
    if (!next) return 0;
    await takeTurn(query, next.office, next.unit ?? '');
    const rows = await query<Row>(
      `select register, id, day, data, updated_at::text as updated from register_row
       where office = $1 and unit is not distinct from $2 and grams_at is distinct from updated_at limit ${BATCH}`,
      [next.office, next.unit],
    );
    const grams = rows.map(({ register, id, updated, data }) => ({
      register,
      id,
      updated,
      grams: rowGrams(data),
    }));
    await query(
      `update register_row r set grams = g.grams, grams_at = r.updated_at
       from json_to_recordset($2::json) as g(register text, id text, updated timestamptz, grams text[])
       where r.office = $1 and r.register = g.register and r.id = g.id and r.updated_at = g.updated`,
      [next.office, JSON.stringify(grams)],
    );
    if (next.unit !== null)
      await settleFacts(query, app.services.summed, {
        office: next.office,
        unit: next.unit,
        days: [...new Set(rows.flatMap((row) => row.day ?? []))],
        more: Object.fromEntries(rows.map((row) => [row.register, null])),
      });
    return rows.length;
  });
}
