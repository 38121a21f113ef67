import type { Db, Query, Statement } from '@zhitongche/host';

/** A statement as it went to the database. */
export interface Captured {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Prepared statements may be run by a plan that knows no values. */
  readonly prepared: boolean;
}

/** A database that writes down what it is asked while `on` is true; answers are the real ones. */
export function capturing(db: Db): { readonly db: Db; readonly taken: Captured[]; on: boolean } {
  const taken: Captured[] = [];
  const note = (sql: string | Statement, values: readonly unknown[] = []): void => {
    const prepared = typeof sql !== 'string';
    if (state.on) taken.push({ text: prepared ? sql.text : sql, values, prepared });
  };
  const noting =
    (query: Query): Query =>
    (sql, values) => {
      note(sql, values);
      return query(sql, values);
    };
  const state = {
    taken,
    on: false,
    db: {
      ...db,
      query: noting(db.query),
      prepared: <R extends object>(statement: Statement, values: readonly unknown[]): Promise<R[]> => {
        note(statement, values);
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
