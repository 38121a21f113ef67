import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';
import { BackupRefused } from './refused.ts';

const whole = Type.Integer({ minimum: 0 });
const digest = Type.String({ pattern: '^[0-9a-f]{64}$' });
const name = Type.String({ pattern: '^[a-z_][a-z0-9_]*$', maxLength: 63 });

/** First record: what the archive was taken from. */
export const HeadShape = Type.Object({
  format: Type.Literal(1),
  product: Type.String(),
  postgres: Type.String(),
  at: Type.String(),
  offices: Type.Array(Type.Object({ office: Type.String(), name: Type.String() })),
  schema: Type.Array(Type.Object({ number: whole, name: Type.String(), digest })),
  /** Proof of the master key the sealed values need. */
  keyCheck: Type.Array(Type.Object({ key_id: Type.String(), sealed: Type.String() })),
  /** Only when the operator asked for it. */
  masterKey: Type.Optional(digest),
  sequences: Type.Array(Type.Object({ name, value: Type.String() })),
  tables: Type.Array(Type.Object({ name, columns: Type.Array(name) })),
});
export type Head = Static<typeof HeadShape>;

/** What a table's content comes to: rows, and bytes and SM3 of its text as COPY writes it. */
export const ContentShape = Type.Object({ rows: whole, bytes: whole, digest });
export type Content = Static<typeof ContentShape>;

/** Records between the first and the last. */
export const PartShape = Type.Union([
  Type.Object({ table: name }),
  Type.Object({ tableEnd: name, content: ContentShape }),
  Type.Object({ file: digest, size: whole }),
]);

/** Last record: what the whole comes to. */
export const ManifestShape = Type.Object({
  manifest: Type.Object({
    tables: whole,
    rows: whole,
    files: whole,
    fileBytes: whole,
    /** SM3 over the digests of the files, in order. */
    fileDigest: digest,
    /** Files the store no longer had, or not as they were written; the first hundred by digest. */
    damaged: Type.Array(digest),
    finished: Type.String(),
  }),
});
export type Manifest = Static<typeof ManifestShape>['manifest'];

/**
 * A record of the expected shape; authentic chunks of another shape come from another program.
 * @throws BackupRefused.
 */
export function shaped<S extends TSchema>(shape: S, value: unknown): Static<S> {
  if (!Value.Check(shape, value))
    throw new BackupRefused('备份的内容不是本版本能读的格式，请用写它的版本或更新的版本恢复。');
  return value;
}
