import { type FieldKey, openField, sealField } from '@zhitongche/formats';
import { changingPerson } from '@zhitongche/account/server';
import { type App, isCaseKey, ProblemError } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { Resealable } from './sealed-places.ts';
import { isStale, underSql, walkSealed } from './walk.ts';

/** Rows sealed anew in one transaction: what a kill costs. */
const BATCH = 200;

/** What a walk over one column did; `broken` names rows that do not open or were changed past the program. */
export interface Resealed {
  readonly moved: number;
  /** Rows somebody was writing at that moment; the next walk finds them. */
  readonly passed: number;
  readonly broken: readonly string[];
}

/** What several walks did. */
export const together = (all: readonly Resealed[]): Resealed => ({
  moved: all.reduce((sum, one) => sum + one.moved, 0),
  passed: all.reduce((sum, one) => sum + one.passed, 0),
  broken: all.flatMap((one) => one.broken),
});

/**
 * Seals every value of a column under another field key, batch by batch; cut off anywhere and run again it goes on. A row
 * somebody is writing is passed over and never waited for, so that nobody waits for this in turn.
 */
export async function reseal(app: App, office: string, column: Resealable, to: FieldKey): Promise<Resealed> {
  let sum: Resealed = { moved: 0, passed: 0, broken: [] };
  for await (const rows of walkSealed(app.db.query, office, column)) {
    const old = rows.filter(({ under }) => isStale(under, to.id));
    for (let from = 0; from < old.length; from += BATCH) {
      const keys = old.slice(from, from + BATCH).map(({ key }) => key);
      const done = await app.db.tx((query) => resealBatch(app, query, office, column, keys, to));
      sum = together([sum, done]);
    }
  }
  return sum;
}

async function resealBatch(
  app: App,
  query: Query,
  office: string,
  column: Resealable,
  found: readonly (readonly string[])[],
  to: FieldKey,
): Promise<Resealed> {
  const names = Object.keys(column.key);
  const types = Object.values(column.key);
  const wanted = types.map((type, index) => `$${index + 2}::${type}[]`).join(', ');
  const rows = await query<{ key: readonly string[]; sealed: string; under: string }>(
    `select array[${names.map((name) => `${name}::text`).join(', ')}] as key, ${column.text} as sealed,
       ${underSql(column)} as under from ${column.table}
     where office = $1 and (${names.join(', ')}) in (select * from unnest(${wanted})) for update skip locked`,
    [office, ...types.map((_, index) => found.map((key) => key[index]))],
  );
  const where = types.map((type, index) => `${names[index]} = $${index + 3}::${type}`).join(' and ');
  const broken: string[] = [];
  let moved = 0;
  for (const { key, sealed, under } of rows) {
    // Written anew since it was found.
    if (!isStale(under, to.id)) continue;
    const place = column.place(office, key);
    const keys = column.keys ? await column.keys(app, query, office, key) : app.keys;
    const opened = openField(sealed, (id) => keys.fieldKeyOf(id), place);
    if (!opened.ok) {
      broken.push(`${column.title}（${key.join('/')}）打不开`);
      continue;
    }
    const write = () =>
      query(`update ${column.table} set ${column.put('$2::text')} where office = $1 and ${where}`, [
        office,
        sealField(opened.value, isCaseKey(under) ? keys.field : to, place),
        ...key,
      ]);
    if (await written(app, query, office, column, key, write)) moved += 1;
    else broken.push(`${column.title}（${key.join('/')}）所在账户在系统之外被改动过`);
  }
  return { moved, passed: found.length - rows.length, broken };
}

/** Writes a row, with its code where it has one; an account somebody else wrote is left as it stands. */
async function written(
  app: App,
  query: Query,
  office: string,
  column: Resealable,
  key: readonly string[],
  write: () => Promise<unknown>,
): Promise<boolean> {
  if (!column.codedAccount) {
    await write();
    return true;
  }
  try {
    await changingPerson(app, query, office, key[0] ?? '', write);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
