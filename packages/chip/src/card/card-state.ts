import type { Response } from './apdu.ts';
import type { PaceRun } from './pace-run.ts';
import type { SecureChannel, SessionKeys } from './secure-channel.ts';

/** What a card remembers between two commands; all of it is gone when power is. */
export interface CardState {
  /** Whether the travel document application is the one commands are about. */
  application: boolean;
  /** Identifier of the selected file. */
  file?: number | undefined;
  /** Whether a reader proved that it knows the book. */
  access: boolean;
  channel?: SecureChannel | undefined;
  /** The challenge last given, until it is used. */
  challenge?: Uint8Array | undefined;
  pace?: PaceRun | undefined;
  /** Whether chip authentication was announced. */
  chipAnnounced: boolean;
}

/** A card just powered. */
export const freshState = (): CardState => ({ application: false, access: false, chipAnnounced: false });

/** An answer, and the keys that hold from the next command on where they change with it. */
export interface Turn {
  readonly response: Response;
  readonly session?: SessionKeys;
}
