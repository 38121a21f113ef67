import { createDecipheriv, createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sm2Vectors from '../../../typeset/vectors/sm2.json';
import sm3Vectors from '../../../typeset/vectors/sm3.json';
import sm4Vectors from '../../../typeset/vectors/sm4.json';
import { signatureFromDer, signatureToDer } from './sm2-der.ts';
import { nativeSm2, softwareSm2, type Sm2Engine } from './sm2-engine.ts';
import {
  answersKnownSm2,
  DEFAULT_SM2_ID,
  newSm2KeyPair,
  signSm2,
  sm2KeyPair,
  sm2Za,
  verifySm2,
} from './sm2.ts';
import { hmacSm3, sm3Hex } from './sm3.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

describe('SM3 gives the digests of the standard', () => {
  it.each(sm3Vectors.cases)('$id', (vector) => {
    const input = bytes(vector.input_hex);
    if (vector.mac_hex) expect(hex(hmacSm3(bytes(vector.key_hex ?? ''), input))).toBe(vector.mac_hex);
    else expect(sm3Hex(input)).toBe(vector.digest_hex);
  });
});

describe('SM4 of the platform gives the ciphertexts of the standard', () => {
  const native = sm4Vectors.cases.filter(
    (vector) => !['GCM', 'CCM'].includes(vector.mode) && !vector.iterations,
  );
  it.each(native)('$id', (vector) => {
    const name = `sm4-${vector.mode.toLowerCase()}`;
    const iv = vector.iv_hex ? bytes(vector.iv_hex) : null;
    const padded = vector.padding !== 'none';
    const cipher = createCipheriv(name, bytes(vector.key_hex), iv).setAutoPadding(padded);
    const text = Buffer.concat([cipher.update(bytes(vector.plaintext_hex)), cipher.final()]);
    expect(text.toString('hex')).toBe(vector.ciphertext_hex);
    const back = createDecipheriv(name, bytes(vector.key_hex), iv).setAutoPadding(padded);
    expect(Buffer.concat([back.update(text), back.final()]).toString('hex')).toBe(vector.plaintext_hex);
  });
});

describe('SM2 accepts and refuses what the standard does', () => {
  const cases = sm2Vectors.cases.filter(
    (vector) => vector.kind === 'sign-verify' || vector.kind === 'verify',
  );
  it.each(cases)('$id', (vector) => {
    const key = bytes(vector.public_key_hex ?? '');
    const id = bytes(vector.user_id_hex ?? '');
    if (vector.za_hex) expect(hex(sm2Za(key, id))).toBe(vector.za_hex);
    const signature = bytes(`${vector.r_hex}${vector.s_hex}`);
    expect(verifySm2(bytes(vector.message_hex ?? ''), signature, key, id)).toBe(vector.valid);
  });

  it.each(sm2Vectors.cases.filter((vector) => vector.kind === 'certificate'))('$id', (vector) => {
    const check = (id: Uint8Array) =>
      verifySm2(
        bytes(vector.tbs_hex ?? ''),
        bytes(`${vector.r_hex}${vector.s_hex}`),
        bytes(vector.public_key_hex ?? ''),
        id,
      );
    expect(check(DEFAULT_SM2_ID)).toBe(vector.verifies_with_default_id);
    expect(check(new Uint8Array(0))).toBe(vector.verifies_with_empty_id);
  });

  it('derives the public key of the standard from its private key', () => {
    const example = sm2Vectors.cases[0];
    expect(hex(sm2KeyPair(bytes(example?.private_key_hex ?? '')).publicKey)).toBe(example?.public_key_hex);
  });
});

describe('both SM2 engines', () => {
  it('answer the known example', () => {
    expect(answersKnownSm2(nativeSm2)).toBe(true);
    expect(answersKnownSm2(softwareSm2)).toBe(true);
  });

  it('accept the signatures of each other, whatever the message', () => {
    const key = newSm2KeyPair();
    const za = sm2Za(key.publicKey);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        const ours = nativeSm2.sign(za, message, key.privateKey, key.publicKey);
        const theirs = softwareSm2.sign(za, message, key.privateKey, key.publicKey);
        return (
          softwareSm2.verify(za, message, ours, key.publicKey) &&
          nativeSm2.verify(za, message, theirs, key.publicKey)
        );
      }),
      { numRuns: 20 },
    );
  });

  it('are not chosen when they forget ZA, as plain createSign does', () => {
    const withoutZa: Sm2Engine = {
      name: 'native',
      sign: (_za, message, secret, point) => nativeSm2.sign(new Uint8Array(0), message, secret, point),
      verify: (_za, message, signature, point) =>
        nativeSm2.verify(new Uint8Array(0), message, signature, point),
    };
    expect(answersKnownSm2(withoutZa)).toBe(false);
  });
});

describe('an SM2 signature', () => {
  it('fails after any single changed bit of message, signature or key, and never throws', () => {
    const key = newSm2KeyPair();
    const message = Buffer.from('关于批准出访的通知');
    const signature = signSm2(message, key);
    expect(verifySm2(message, signature, key.publicKey)).toBe(true);
    const flipped = (source: Uint8Array, bit: number) => {
      const copy = new Uint8Array(source);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    };
    fc.assert(
      fc.property(fc.nat(), (any) => {
        expect(verifySm2(flipped(message, any % (message.length * 8)), signature, key.publicKey)).toBe(false);
        expect(verifySm2(message, flipped(signature, any % 512), key.publicKey)).toBe(false);
        expect(verifySm2(message, signature, flipped(key.publicKey, any % 520))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('survives DER in both directions and refuses padded DER', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (raw) => {
        expect(signatureFromDer(signatureToDer(raw))).toEqual(raw);
        expect(signatureFromDer(Buffer.concat([signatureToDer(raw), Buffer.from([0])]))).toBeUndefined();
      }),
    );
    const example = sm2Vectors.cases[0];
    expect(hex(signatureToDer(bytes(`${example?.r_hex}${example?.s_hex}`)))).toBe(example?.signature_der_hex);
  });
});
