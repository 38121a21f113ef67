import type { Db } from './db.ts';

/**
 * Lets `work` read the database as it was at one moment while others go on writing: what happens between two of its
 * questions is seen by neither. Nothing can be written through the database it is given.
 */
export const atOneMoment = async <T>(db: Db, work: (still: Db) => Promise<T>): Promise<T> =>
  await db.tx(async (query) => {
    await query('set transaction isolation level repeatable read read only');
    return await work({
      ...db,
      query,
      prepared: async (statement, values) => await query(statement, values),
      tx: async (nested) => await nested(query),
    });
  });
