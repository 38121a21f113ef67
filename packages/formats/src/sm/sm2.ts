import { createECDH } from 'node:crypto';
import { nativeSm2, type Sm2Engine, softwareSm2 } from './sm2-engine.ts';
import { sm3 } from './sm3.ts';

/** SM2 key: 32-byte scalar and 65-byte uncompressed point `04‖x‖y`. */
export interface Sm2KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** The signer id of GB/T 35276-2017 that certificates and CMS use when nothing else is agreed. */
export const DEFAULT_SM2_ID = Buffer.from('1234567812345678');

// a, b, xG, yG of sm2p256v1, GB/T 32918.5-2017 §3.
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);

/** A new random SM2 key. */
export function newSm2KeyPair(): Sm2KeyPair {
  const curve = createECDH('SM2');
  curve.generateKeys();
  return sm2KeyPair(curve.getPrivateKey());
}

/** The key pair of a private scalar; throws a RangeError when the scalar is not one of the curve. */
export function sm2KeyPair(scalar: Uint8Array): Sm2KeyPair {
  if (scalar.length > 32) throw new RangeError('An SM2 private key has at most 32 bytes');
  const privateKey = new Uint8Array(32);
  privateKey.set(scalar, 32 - scalar.length);
  const curve = createECDH('SM2');
  curve.setPrivateKey(privateKey);
  return { privateKey, publicKey: new Uint8Array(curve.getPublicKey()) };
}

/** ZA of GB/T 32918.2-2016 §5.5: the digest that ties the signer's id and public key to the signature. */
export function sm2Za(publicKey: Uint8Array, userId: Uint8Array = DEFAULT_SM2_ID): Uint8Array {
  const bits = userId.length * 8;
  return sm3(Buffer.from([bits >> 8, bits & 0xff]), userId, CURVE, publicKey.subarray(1));
}

/** SM2 signature r‖s (64 bytes) over a message, with SM3. */
export function signSm2(
  message: Uint8Array,
  key: Sm2KeyPair,
  userId: Uint8Array = DEFAULT_SM2_ID,
): Uint8Array {
  return engine().sign(sm2Za(key.publicKey, userId), message, key.privateKey, key.publicKey);
}

/** Whether a 64-byte r‖s signature is right; false for every malformed key or signature, it never throws. */
export function verifySm2(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
  userId: Uint8Array = DEFAULT_SM2_ID,
): boolean {
  return verifyWith(engine(), message, signature, publicKey, userId);
}

/** Which engine answers the standard's own example here; call it at start so that a surprise is seen early. */
export function sm2SelfTest(): { readonly engine: Sm2Engine['name'] } {
  return { engine: engine().name };
}

/** Passes when an engine accepts the example of GB/T 32918.5-2017 A.2, refuses two forgeries and signs soundly. */
export function answersKnownSm2(candidate: Sm2Engine): boolean {
  const key = sm2KeyPair(
    Buffer.from('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8', 'hex'),
  );
  const message = Buffer.from('message digest');
  const signature = Buffer.from(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    'hex',
  );
  const check = (said: Uint8Array, signed: Uint8Array, id: Uint8Array = DEFAULT_SM2_ID) =>
    verifyWith(candidate, said, signed, key.publicKey, id);
  try {
    return (
      check(message, signature) &&
      !check(Buffer.from('message digesT'), signature) &&
      !check(message, signature, Buffer.alloc(0)) &&
      verifyWith(
        softwareSm2,
        message,
        candidate.sign(sm2Za(key.publicKey), message, key.privateKey, key.publicKey),
        key.publicKey,
        DEFAULT_SM2_ID,
      )
    );
  } catch {
    return false;
  }
}

let chosen: Sm2Engine | undefined;

function engine(): Sm2Engine {
  chosen ??= [nativeSm2, softwareSm2].find(answersKnownSm2);
  if (!chosen) throw new Error('No SM2 engine reproduces the example of GB/T 32918.5-2017');
  return chosen;
}

function verifyWith(
  candidate: Sm2Engine,
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
  userId: Uint8Array,
): boolean {
  if (signature.length !== 64 || publicKey.length !== 65 || publicKey[0] !== 4) return false;
  try {
    return candidate.verify(sm2Za(publicKey, userId), message, signature, publicKey);
  } catch {
    // Both libraries throw for points off the curve and for r or s out of range.
    return false;
  }
}
