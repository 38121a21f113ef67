import type { Db, Query } from '@zhitongche/server/db/db.ts';

/** A statement as it went to the database. */
export interface Captured {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A database that writes down what it is asked while `on` is true; answers are the real ones. */
export function capturing(db: Db): { readonly db: Db; readonly taken: Captured[]; on: boolean } {
  const taken: Captured[] = [];
  const note = (text: string, values: readonly unknown[] = []): void => {
    if (state.on) taken.push({ text, values });
  };
  const noting =
    (query: Query): Query =>
    (text, values) => {
      note(text, values);
      return query(text, values);
    };
  const state = {
    taken,
    on: false,
    db: {
      ...db,
      query: noting(db.query),
      prepared: <R extends object>(
        statement: Parameters<Db['prepared']>[0],
        values: readonly unknown[],
      ): Promise<R[]> => {
        note(statement.text, values);
        return db.prepared<R>(statement, values);
      },
      tx: async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
        note('begin');
        const value = await db.tx((query) => work(noting(query)));
        note('commit');
        return value;
      },
    } satisfies Db,
  };
  return state;
}
