import { createPrivateKey, createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';
import { sm2 as software } from 'sm-crypto-v2';
import { signatureFromDer, signatureToDer } from './sm2-der.ts';
import { sm3 } from './sm3.ts';

/** Signs and checks over ZA and the message; ZA binds signer id and public key, see `sm2.ts`. */
export interface Sm2Engine {
  readonly name: 'native' | 'software';
  sign(za: Uint8Array, message: Uint8Array, privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array;
  verify(za: Uint8Array, message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean;
}

// RFC 5480 / GM/T 0006 wrappings of fixed length around the 65-byte point and the 32-byte scalar:
// AlgorithmIdentifier { id-ecPublicKey, 1.2.156.10197.1.301 }.
const SPKI_HEAD = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const PKCS8_HEAD = Buffer.from(
  '308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420',
  'hex',
);
const PKCS8_POINT = Buffer.from('a144034200', 'hex');

/**
 * OpenSSL through `node:crypto`. `createSign('sm3')` computes the SM2 equation over SM3 of whatever it was fed and
 * leaves ZA out, so feeding ZA first yields the standard signature. That is behaviour nobody promises, hence the
 * known-answer test before first use.
 */
export const nativeSm2: Sm2Engine = {
  name: 'native',
  sign(za, message, privateKey, publicKey) {
    const key = keyObject(privateKey, publicKey);
    const signature = signatureFromDer(createSign('sm3').update(za).update(message).sign(key));
    if (!signature) throw new Error('SM2 engine returned a malformed signature');
    return signature;
  },
  verify(za, message, signature, publicKey) {
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
    return createVerify('sm3').update(za).update(message).verify(key, signatureToDer(signature));
  },
};

// Opening a key costs several times what signing with it does, and an office signs everything with the same.
const opened = new WeakMap<Uint8Array, KeyObject>();

function keyObject(privateKey: Uint8Array, publicKey: Uint8Array): KeyObject {
  const known = opened.get(privateKey);
  if (known) return known;
  const der = Buffer.concat([PKCS8_HEAD, privateKey, PKCS8_POINT, publicKey]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  opened.set(privateKey, key);
  return key;
}

/** JavaScript implementation, about ten times slower to verify; used when the native one fails its test. */
export const softwareSm2: Sm2Engine = {
  name: 'software',
  sign(za, message, privateKey, publicKey) {
    const digest = sm3(za, message);
    const hex = software.doSignature(digest, toHex(privateKey), { hash: false, publicKey: toHex(publicKey) });
    return new Uint8Array(Buffer.from(hex, 'hex'));
  },
  verify(za, message, signature, publicKey) {
    return software.doVerifySignature(sm3(za, message), toHex(signature), toHex(publicKey), { hash: false });
  },
};

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
