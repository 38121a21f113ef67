import type { Readable } from 'node:stream';

/** Port of the file store: bytes by SM3 digest, written once, never changed. */
export interface BlobStore {
  /** Stores a stream or bytes; the same bytes twice are stored once. `over` writes over a copy that may be damaged. */
  put(
    bytes: Readable | Uint8Array,
    options?: { readonly over?: boolean },
  ): Promise<{ readonly digest: string; readonly size: number }>;
  /** Bytes by digest (64 hex), checked against it while reading; null when unknown. */
  get(digest: string): Promise<Readable | null>;
  /** Whole bytes, checked; null when unknown. */
  read(digest: string): Promise<Uint8Array | null>;
}
