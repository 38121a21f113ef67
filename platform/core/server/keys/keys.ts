import type { FieldKey, Sm2KeyPair } from '@zhitongche/formats';

/** What codes of rows are made with. */
export interface CodingKeys {
  /** Which master secret this is, counted from 1. */
  readonly generation: number;
  /** 32 bytes for one purpose, e.g. `grant`, `session`; the same purpose always gives the same bytes. */
  secret(purpose: string): Uint8Array;
}

/** What values are sealed and opened with. */
export interface SealingKeys {
  /** Seals: the key in force, which moves on while the process runs. Ask for it each time. */
  readonly field: FieldKey;
  /** The key a sealed value names; undefined for unknown ids, and for those of a master secret that is done with. */
  fieldKeyOf(id: string): FieldKey | undefined;
  /** Whether a key was destroyed on purpose: what it sealed is gone, which is no damage. */
  lost?(id: string): boolean;
}

/** Everything one master secret gives. */
export interface MasterKeys extends CodingKeys {
  readonly master: Uint8Array;
  /** Makes digests under which equal values are found. */
  readonly digest: FieldKey;
  /** A field key of this master secret by its id. */
  fieldKeyOf(id: string): FieldKey | undefined;
  /** Signs the seals of the audit chain. */
  readonly audit: Sm2KeyPair;
}

/** Where the time of a master secret ended: the place in the audit, and the instant. */
export interface Ended {
  readonly xid: string;
  readonly at: string;
}

/** A master secret this process has; nothing written after it ended counts under it. */
export interface Generation extends MasterKeys {
  readonly ended: Ended | null;
}

/** What the process can seal, digest and sign with; everything is derived from the master secret in force and those before it. */
export interface Keys extends CodingKeys, SealingKeys {
  /** Makes digests under which equal values are found: the first key of the master secret in force. */
  readonly digest: FieldKey;
  /** Signs the seals of the audit chain. */
  readonly audit: Sm2KeyPair;
  /** The key a value names that is never written again, whatever became of its master secret. */
  chainedKeyOf(id: string): FieldKey | undefined;
  /** One master secret, if this process has it; the one after that in force is there once it is configured. */
  past(generation: number): Generation | undefined;
  /** Every master secret this process has, in their order. */
  readonly generations: readonly Generation[];
}
