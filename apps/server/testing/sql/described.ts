import pg from 'pg';
import type { Kind } from './row-shape.ts';

/** A column of a statement's rows. */
export interface Column {
  readonly name: string;
  /** What the driver makes of it. */
  readonly kind: Kind;
}

const { builtins } = pg.types;
const KIND_OF = new Map<number, Kind>([
  ...[builtins.INT2, builtins.INT4, builtins.INT8, builtins.FLOAT4, builtins.FLOAT8, builtins.OID].map(
    (oid) => [oid, 'number'] as const,
  ),
  [builtins.BOOL, 'boolean'],
  [builtins.TIMESTAMPTZ, 'Date'],
  [builtins.TIMESTAMP, 'Date'],
  [builtins.JSON, 'any'],
  [builtins.JSONB, 'any'],
  // Bytes, and what has no columns at all.
  [builtins.BYTEA, 'any'],
  [2278, 'any'],
]);

/** Has the server prepare a statement without running it, and tells its columns or its objection. */
export function describeStatement(
  client: pg.Client,
  text: string,
  arrays: ReadonlySet<number>,
): Promise<readonly Column[] | string> {
  return new Promise((resolve) => {
    let answer: readonly Column[] | string = [];
    const question = {
      submit(wire: pg.Connection) {
        wire.parse({ text, name: '', types: [] }, true);
        wire.describe({ type: 'S', name: '' }, true);
        wire.sync();
      },
      handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }) {
        answer = fields.map(({ name, dataTypeID }) => ({
          name,
          kind: KIND_OF.get(dataTypeID) ?? (arrays.has(dataTypeID) ? 'array' : 'string'),
        }));
      },
      handleError(error: Error) {
        answer = error.message;
      },
      handleReadyForQuery() {
        resolve(answer);
      },
    };
    client.query(question);
  });
}
