import type { FieldKey, Sm2KeyPair } from '@zhitongche/formats';

/** What the process can seal, digest and sign with; everything is derived from one master secret. */
export interface Keys {
  /** Seals sensitive values: the key in force, which moves on while the process runs. Ask for it each time. */
  readonly field: FieldKey;
  /** Makes digests under which equal values are found; stays the first key, or nothing stored before would be found. */
  readonly digest: FieldKey;
  /** The key a sealed value names; undefined for unknown ids. */
  fieldKeyOf(id: string): FieldKey | undefined;
  /** Id of a key that was destroyed on purpose: what it sealed is gone, which is no damage. */
  readonly lost?: string;
  /** 32 bytes for one purpose, e.g. `grant`, `session`; the same purpose always gives the same bytes. */
  secret(purpose: string): Uint8Array;
  /** Signs the seals of the audit chain. */
  readonly audit: Sm2KeyPair;
}

/** The keys of a process as whoever watches over them holds them. */
export interface KeyRing extends Keys {
  /** Seals with this field key from now on. */
  putInForce(id: string): void;
}
