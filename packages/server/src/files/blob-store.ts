import type { Readable } from 'node:stream';

/** What storing gave: SM3 of the content (64 hex) and its length in bytes. */
export interface StoredBlob {
  readonly digest: string;
  readonly size: number;
}

/** Putting ended early because the content passed the limit; nothing was kept. */
export interface BlobTooLarge {
  readonly tooLarge: true;
}

/** Keeps bytes under the SM3 digest of their content; the same content is kept once. */
export interface BlobStore {
  /** Stores a stream or bytes; `limit` is the largest size in bytes. */
  put(source: Readable | Uint8Array): Promise<StoredBlob>;
  put(source: Readable | Uint8Array, limit: number): Promise<StoredBlob | BlobTooLarge>;
  has(digest: string): Promise<boolean>;
  /** Whole content after its digest was checked; undefined when nothing is kept under it. Throws `BlobDamaged`. */
  read(digest: string): Promise<Uint8Array | undefined>;
  /** The content as a stream, checked whole before the first byte leaves; undefined when nothing is kept. */
  open(digest: string): Promise<Readable | undefined>;
  /** Forgets content nobody refers to any more. */
  remove(digest: string): Promise<void>;
}

/** The bytes on disk are not what was stored: a damaged disk or a hand that should not be there. */
export class BlobDamaged extends Error {
  constructor(readonly digest: string) {
    super(`Stored file ${digest} does not match its digest`);
    this.name = 'BlobDamaged';
  }
}
