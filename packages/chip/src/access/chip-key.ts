import { createPublicKey, type KeyObject } from 'node:crypto';
import { CURVES, type Curve, type Point, pointOf } from '../cipher/curve.ts';

/** Curve and point of a public key (SubjectPublicKeyInfo); undefined for keys this package does not compute with. */
export function publicPoint(
  spki: Uint8Array,
): { readonly curve: Curve; readonly point: Point; readonly key: KeyObject } | undefined {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    // Damage, or a kind of key OpenSSL does not know.
    return undefined;
  }
  const curve = CURVES.find(({ name }) => name === key.asymmetricKeyDetails?.namedCurve);
  // An uncompressed point stands at the end of the key, whether its curve is named or written out.
  const point = curve && pointOf(curve, new Uint8Array(spki).slice(-(1 + 2 * curve.size)));
  return curve && point && { curve, point, key };
}
