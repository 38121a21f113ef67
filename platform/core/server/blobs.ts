import type { Readable } from 'node:stream';

/** Port of the file store: bytes by SM3 digest, written once, never changed, dropped when nobody names them. */
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
  /** Whether there is a file by that digest; its bytes are not looked at. */
  has(digest: string): Promise<boolean>;
  /** Takes a file away; one that is not there is no fault. */
  drop(digest: string): Promise<void>;
  /** Digests of files that lie under a master secret before the one in force. */
  older(): AsyncIterable<string>;
  /** Stores such a file under the one in force; false = it is damaged and stays as it lies. */
  renew(digest: string): Promise<boolean>;
}
