import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import { describe, expect, it } from 'vitest';
import { ascii } from '../bytes.ts';
import { type SignatureClaim, signatureHolds } from './check-signature.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' });
const data = ascii('what a state signed');
const named = (algorithmId: string) => new AlgorithmIdentifier({ algorithmId });
const salted = (saltLength: number) =>
  new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.10',
    algorithmParams: new RSASSAPSSParams({
      hashAlgorithm: named('2.16.840.1.101.3.4.2.1'),
      saltLength,
    }).toSchema(),
  });
const padding = constants.RSA_PKCS1_PSS_PADDING;
const claim = (algorithm: AlgorithmIdentifier, signature: Uint8Array, hash?: string): SignatureClaim => ({
  algorithm,
  signature,
  data,
  hash,
});
const byRsa = sign('sha256', data, rsa.privateKey);

describe('signatures as states make them, each by the algorithm it names itself', () => {
  it.each([
    ['RSA with SHA-256', claim(named('1.2.840.113549.1.1.11'), byRsa), rsa.publicKey],
    [
      'RSA whose hash the message names',
      claim(named('1.2.840.113549.1.1.1'), byRsa, 'sha256'),
      rsa.publicKey,
    ],
    ...[20, 32, 64].map((saltLength) => {
      const signature = sign('sha256', data, { key: rsa.privateKey, padding, saltLength });
      return [
        `PSS with ${saltLength} bytes of salt`,
        claim(salted(saltLength), signature),
        rsa.publicKey,
      ] as const;
    }),
    ['ECDSA', claim(named('1.2.840.10045.4.3.2'), sign('sha256', data, ec.privateKey)), ec.publicKey],
    [
      'ECDSA of two numbers side by side',
      claim(
        named('0.4.0.127.0.7.1.1.4.1.3'),
        sign('sha256', data, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
      ),
      ec.publicKey,
    ],
  ] as const)('%s', (_, made, key) => {
    expect(signatureHolds(made, key)).toBe(true);
    expect(signatureHolds({ ...made, data: ascii('something else') }, key)).toBe(false);
  });

  it('a salt of another length, a key of another kind and an unknown algorithm do not pass', () => {
    const signature = sign('sha256', data, { key: rsa.privateKey, padding, saltLength: 20 });
    expect(signatureHolds(claim(salted(32), signature), rsa.publicKey)).toBe(false);
    expect(signatureHolds(claim(named('1.2.840.113549.1.1.11'), byRsa), ec.publicKey)).toBe(false);
    expect(signatureHolds(claim(named('1.2.840.10045.4.3.2'), byRsa), rsa.publicKey)).toBe(false);
    expect(signatureHolds(claim(named('1.2.840.113549.1.1.4'), byRsa), rsa.publicKey)).toBeUndefined();
    expect(signatureHolds(claim(named('1.2.840.113549.1.1.1'), byRsa), rsa.publicKey)).toBeUndefined();
  });
});
