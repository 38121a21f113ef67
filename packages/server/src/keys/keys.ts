import type { FieldKey, Sm2KeyPair } from '@zhitongche/papers';

/** What the process can seal, digest and sign with; everything is derived from one master secret. */
export interface Keys {
  /** Seals and finds sensitive values. */
  readonly field: FieldKey;
  /** The key a sealed value names; undefined for unknown ids. */
  fieldKeyOf(id: string): FieldKey | undefined;
  /** Id of a key that was destroyed on purpose: what it sealed is gone, which is no damage. */
  readonly lost?: string;
  /** 32 bytes for one purpose, e.g. `grant`, `session`; the same purpose always gives the same bytes. */
  secret(purpose: string): Uint8Array;
  /** Signs the seals of the audit chain. */
  readonly audit: Sm2KeyPair;
}
