import type { KeyObject } from 'node:crypto';
import type { PaceProtocol } from '../access/pace.ts';
import type { ZoneKey } from '../access/zone-key.ts';
import type { Chance, Curve } from '../cipher/curve.ts';
import type { Suite } from '../cipher/suite.ts';

/** The key a chip proves itself with in chip authentication. */
export interface ChipKey {
  readonly curve: Curve;
  readonly secret: bigint;
  readonly suite: Suite;
  readonly keyId?: number;
}

/** Everything a chip holds: its files, what opens it, and keys that never leave it. */
export interface BookContent {
  /** Files of the application by identifier. */
  readonly files: ReadonlyMap<number, Uint8Array>;
  /** Files beside the application, which anyone may read. */
  readonly open: ReadonlyMap<number, Uint8Array>;
  readonly zone: ZoneKey;
  /** Card access number, for PACE. */
  readonly can?: string;
  /** Whether basic access control opens it too. */
  readonly basicAccess: boolean;
  readonly pace: readonly PaceProtocol[];
  readonly chipKey?: ChipKey;
  /** Private key of active authentication, of a curve. */
  readonly activeKey?: KeyObject;
  /** Chance of the machine where none is given. */
  readonly chance?: Chance;
}
