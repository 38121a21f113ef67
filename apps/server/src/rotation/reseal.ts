import { type FieldKey, openField, sealField } from '@zhitongche/formats';
import { changingPerson } from '@zhitongche/account/server';
import { type App, fieldKeyNumber, ProblemError } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { Resealable } from './sealed-places.ts';
import { underSql, walkSealed } from './walk.ts';

/** Rows sealed anew in one transaction: what a kill costs. */
const BATCH = 200;

/** What a walk over one column did; `broken` names rows that do not open or were changed past the program. */
export interface Resealed {
  readonly moved: number;
  /** Rows somebody was writing at that moment; the next walk finds them. */
  readonly passed: number;
  readonly broken: readonly string[];
}

/**
 * Seals every value of a column under another field key, batch by batch; cut off anywhere and run again it goes on. A row
 * somebody is writing is passed over and never waited for, so that nobody waits for this in turn.
 */
export async function reseal(app: App, office: string, column: Resealable, to: FieldKey): Promise<Resealed> {
  let sum: Resealed = { moved: 0, passed: 0, broken: [] };
  for await (const rows of walkSealed(app.db.query, office, column)) {
    const old = rows.filter(({ under }) => under !== to.id && fieldKeyNumber(under) > 0);
    for (let from = 0; from < old.length; from += BATCH) {
      const keys = old.slice(from, from + BATCH).map(({ key }) => key);
      const done = await app.db.tx((query) => resealBatch(app, query, office, column, keys, to));
      sum = {
        moved: sum.moved + done.moved,
        passed: sum.passed + done.passed,
        broken: [...sum.broken, ...done.broken],
      };
    }
  }
  return sum;
}

async function resealBatch(
  app: App,
  query: Query,
  office: string,
  column: Resealable,
  keys: readonly (readonly string[])[],
  to: FieldKey,
): Promise<Resealed> {
  const names = Object.keys(column.key);
  const types = Object.values(column.key);
  const wanted = types.map((type, index) => `$${index + 2}::${type}[]`).join(', ');
  const rows = await query<{ key: readonly string[]; sealed: string; under: string }>(
    `select array[${names.map((name) => `${name}::text`).join(', ')}] as key, ${column.text} as sealed,
       ${underSql(column)} as under from ${column.table}
     where office = $1 and (${names.join(', ')}) in (select * from unnest(${wanted})) for update skip locked`,
    [office, ...types.map((_, index) => keys.map((key) => key[index]))],
  );
  const where = types.map((type, index) => `${names[index]} = $${index + 3}::${type}`).join(' and ');
  const broken: string[] = [];
  let moved = 0;
  for (const { key, sealed, under } of rows) {
    // Written anew since it was found.
    if (under === to.id || fieldKeyNumber(under) === 0) continue;
    const place = column.place(office, key);
    const opened = openField(sealed, (id) => app.keys.fieldKeyOf(id), place);
    if (!opened.ok) {
      broken.push(`${column.title}（${key.join('/')}）打不开`);
      continue;
    }
    const write = () =>
      query(`update ${column.table} set ${column.put('$2::text')} where office = $1 and ${where}`, [
        office,
        sealField(opened.value, to, place),
        ...key,
      ]);
    if (await written(app, query, office, column, key, write)) moved += 1;
    else broken.push(`${column.title}（${key.join('/')}）所在账户在系统之外被改动过`);
  }
  return { moved, passed: keys.length - rows.length, broken };
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
