import {
  hideNonce,
  mappedGenerator,
  type PacePassword,
  type PaceProtocol,
  paceSession,
  paceToken,
  passwordKey,
} from '../access/pace.ts';
import { same } from '../bytes.ts';
import { type Chance, type Point, pointBytes, pointOf, secretNumber } from '../cipher/curve.ts';
import type { SessionKeys } from './secure-channel.ts';

/** One run of PACE as the chip plays it; each step only after the one before, none twice. */
export interface PaceRun {
  /** The answer to a step, by the tag of what was sent; undefined where it was not its turn or is wrong. */
  step(tag: number, value: Uint8Array): PaceTurn | undefined;
}

/** What the chip sends back, under which tag, and the keys once both tokens were right. */
export interface PaceTurn {
  readonly tag: number;
  readonly value: Uint8Array;
  readonly session?: SessionKeys;
}

/** Begins a run with a password. */
export function paceRun(protocol: PaceProtocol, password: PacePassword, chance: Chance): PaceRun {
  const { curve, suite } = protocol;
  const nonce = chance(16);
  let expected = 0;
  let generator: Point | undefined;
  let session: SessionKeys | undefined;
  let chipPoint: Point | undefined;
  let readerPoint: Point | undefined;

  const steps: Readonly<Record<number, (value: Uint8Array) => PaceTurn | undefined>> = {
    0: () => ({ tag: 0x80, value: hideNonce(passwordKey(password, suite), nonce, suite) }),
    0x81: (value) => {
      const other = pointOf(curve, value);
      const secret = secretNumber(curve, chance);
      if (!other) return undefined;
      generator = mappedGenerator(curve, nonce, other.multiply(secret));
      return { tag: 0x82, value: pointBytes(curve.points.BASE.multiply(secret)) };
    },
    0x83: (value) => {
      readerPoint = pointOf(curve, value);
      const secret = secretNumber(curve, chance);
      chipPoint = generator?.multiply(secret);
      if (!readerPoint || !chipPoint || readerPoint.equals(chipPoint)) return undefined;
      session = paceSession(protocol, readerPoint.multiply(secret));
      return { tag: 0x84, value: pointBytes(chipPoint) };
    },
    0x85: (value) => {
      if (!session || !chipPoint || !readerPoint) return undefined;
      if (!same(paceToken(suite, session.authentication, chipPoint), value)) return undefined;
      return { tag: 0x86, value: paceToken(suite, session.authentication, readerPoint), session };
    },
  };
  const order = [0, 0x81, 0x83, 0x85];
  return {
    step(tag, value) {
      if (tag !== order[expected]) return undefined;
      expected += 1;
      return steps[tag]?.(value);
    },
  };
}
