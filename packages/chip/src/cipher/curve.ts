import { weierstrassN } from '@noble/curves/abstract/weierstrass.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { randomBytes } from 'node:crypto';
import { bigOf, numberBytes } from '../bytes.ts';

/** Curve of RFC 5639 from its printed parameters; the library of this line brings those of NIST only. */
const brainpool = (p: string, a: string, b: string, x: string, y: string, n: string) => {
  const [P, A, B, X, Y, N] = [p, a, b, x, y, n].map((digits) => BigInt(`0x${digits}`)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return weierstrassN({ p: P, a: A, b: B, Gx: X, Gy: Y, n: N, h: 1n });
};

const brainpoolP256r1 = brainpool(
  'A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377',
  '7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9',
  '26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6',
  '8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262',
  '547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997',
  'A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7',
);

type Points = typeof brainpoolP256r1;
/** A point of a curve. */
export type Point = InstanceType<Points>;

/** A curve with its names: the number of Doc 9303-11 table 4, the name of OpenSSL. */
export interface Curve {
  readonly id: number;
  readonly name: string;
  readonly points: Points;
  /** Bytes of a coordinate. */
  readonly size: number;
}

/** Standardised domain parameters this package computes with. */
export const CURVES: readonly Curve[] = [
  { id: 12, name: 'prime256v1', points: p256.Point, size: 32 },
  { id: 13, name: 'brainpoolP256r1', points: brainpoolP256r1, size: 32 },
  { id: 15, name: 'secp384r1', points: p384.Point, size: 48 },
  { id: 18, name: 'secp521r1', points: p521.Point, size: 66 },
];

/** A source of chance; tests hand in the numbers of the standard. */
export type Chance = (length: number) => Uint8Array;

/** The chance of the machine. */
export const chance: Chance = (length) => new Uint8Array(randomBytes(length));

/** A secret number below the order of the curve. */
export function secretNumber(curve: Curve, random: Chance = chance): bigint {
  const order = curve.points.Fn.ORDER;
  // Eight bytes more than needed make every number practically as likely as any other.
  return (bigOf(random(curve.size + 8)) % (order - 1n)) + 1n;
}

/** A point as it is sent: uncompressed. */
export const pointBytes = (point: Point): Uint8Array => point.toBytes(false);

/** The abscissa of a point: what key agreement gives (TR-03111 §4.3.1). */
export const sharedBytes = (curve: Curve, point: Point): Uint8Array => numberBytes(point.x, curve.size);

/** The point bytes stand for; undefined for what is none of the curve, or is no uncompressed point. */
export function pointOf(curve: Curve, bytes: Uint8Array): Point | undefined {
  if (bytes.length !== 1 + 2 * curve.size || bytes[0] !== 4) return undefined;
  try {
    const point = curve.points.fromHex(bytes);
    point.assertValidity();
    return point;
  } catch {
    // The library throws for points beside the curve.
    return undefined;
  }
}
