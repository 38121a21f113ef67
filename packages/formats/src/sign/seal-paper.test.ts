import { X509Certificate } from 'node:crypto';
import { checkSeal } from '@zhitongche/base';
import { sealName, type TrustList } from '@zhitongche/base';
import { readPaperSeal } from '../../../base/src/seal/paper-seal.ts';
import { sealAddress } from '@zhitongche/base';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newOfficeKey, type PaperSigner, softwareSigner } from './office-key.ts';
import { certificateReference, sealPaper } from './seal-paper.ts';

const ORIGIN = 'https://waiban.yunze.gov.cn';
const FACTS = {
  title: '因公临时出国任务批件',
  number: '云外出字〔2026〕15号',
  code: '7K3D-Q9FM-2XTH',
  issuedOn: '2026-11-05',
  from: '2026-12-01',
  to: '2026-12-10',
  facts: [
    { label: '团长', en: 'Leader', value: '林*' },
    { label: '前往', en: 'To', value: '德国、法国、匈牙利' },
  ],
};
const request = {
  organisation: '云泽省人民政府外事办公室',
  commonName: '文书签名',
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2036-01-01T00:00:00Z'),
};

let signer: PaperSigner;
let seal: Uint8Array;
let trust: TrustList;

beforeAll(async () => {
  signer = softwareSigner(await newOfficeKey({ ...request, algorithm: 'ecdsa-p256' }));
  seal = (await sealPaper(FACTS, signer)) ?? new Uint8Array();
  const key = new X509Certificate(signer.certificate).publicKey.export({ format: 'der', type: 'spki' });
  trust = {
    asOf: '2026-11-30T08:00:00Z',
    signers: [
      {
        reference: certificateReference(signer.certificate),
        name: '云泽省人民政府外事办公室',
        key: key.toString('base64'),
        from: '2026-01-01',
        to: '2036-01-01',
      },
    ],
    ended: [],
  };
});
const check = (bytes: Uint8Array, more: Partial<TrustList> = {}, today = '2026-12-05') =>
  checkSeal(sealAddress(ORIGIN, bytes), { ...trust, ...more }, today);

describe('the signed code of a paper, checked without asking anybody', () => {
  it('says who signed and what the paper says', async () => {
    const finding = await check(seal);
    expect(finding).toMatchObject({ found: 'current', signer: { name: '云泽省人民政府外事办公室' } });
    expect(finding).toMatchObject({ seal: FACTS });
  });

  it('is small enough for a code that stands beside a signature', () => {
    expect(seal.length).toBeLessThan(302);
  });

  it('with any one bit changed, in payload or signature, is refused', async () => {
    const accepted: string[] = [];
    for (let bit = 0; bit < 8 * seal.length; bit += 1) {
      const changed = new Uint8Array(seal);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { found } = await check(changed);
      if (found !== 'changed' && found !== 'strange' && found !== 'unknown-signer')
        accepted.push(`${bit} ${found}`);
    }
    expect(accepted).toEqual([]);
  });

  it('is refused whatever else happens to its letters', async () => {
    const text = sealAddress(ORIGIN, seal);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 32, max: text.length - 1 }),
        fc.constantFrom(...'A7Z1é /'),
        async (at, letter) => {
          const changed = text.slice(0, at) + letter + text.slice(at + 1);
          const { found } = await checkSeal(changed, trust, '2026-12-05');
          if (changed !== text) expect(['changed', 'strange', 'unknown-signer']).toContain(found);
        },
      ),
    );
    for (const odd of ['', 'https://waiban.yunze.gov.cn/verify/abc', `${text}A`, text.slice(0, -1)])
      expect(['strange', 'changed']).toContain((await checkSeal(odd, trust, '2026-12-05')).found);
  });

  it('with the other signature that the curve allows is refused too', async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const s = BigInt(`0x${Buffer.from(seal.subarray(-32)).toString('hex')}`);
    const twin = Buffer.from(seal);
    twin.set(Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex'), seal.length - 32);
    expect(await check(twin)).toEqual({ found: 'changed' });
  });

  it('signed by somebody else is nobody’s we know, whatever it calls itself', async () => {
    const other = softwareSigner(await newOfficeKey({ ...request, algorithm: 'ecdsa-p256' }));
    expect(await check((await sealPaper(FACTS, other)) ?? new Uint8Array())).toMatchObject({
      found: 'unknown-signer',
    });
  });

  it('is told not yet in force, over, replaced or revoked', async () => {
    expect(await check(seal, {}, '2026-11-30')).toMatchObject({ found: 'early' });
    expect(await check(seal, {}, '2026-12-01')).toMatchObject({ found: 'current' });
    expect(await check(seal, {}, '2026-12-10')).toMatchObject({ found: 'current' });
    expect(await check(seal, {}, '2026-12-11')).toMatchObject({ found: 'expired' });
    for (const how of ['replaced', 'revoked'] as const)
      expect(await check(seal, { ended: [{ seal: await sealName(seal), how }] })).toMatchObject({
        found: how,
      });
  });

  it('signed after its certificate was over counts for nothing', async () => {
    const signers = trust.signers.map((one) => ({ ...one, to: '2026-10-31' }));
    expect(await check(seal, { signers })).toMatchObject({ found: 'unknown-signer' });
  });

  it('leaves out whole what would make it too large, never half a fact', async () => {
    const facts = Array.from({ length: 9 }, (_, at) => ({
      label: `事项${at}`,
      en: `Item ${at}`,
      value: '很长的内容',
    }));
    const large = (await sealPaper({ ...FACTS, facts }, signer)) ?? new Uint8Array();
    expect(large.length).toBeLessThan(303);
    const read = readPaperSeal(large);
    expect(read?.facts.length).toBeGreaterThan(1);
    expect(facts.slice(0, read?.facts.length)).toEqual(read?.facts);
  });

  it('is none with a key whose signature no code holds', async () => {
    const large = softwareSigner(await newOfficeKey({ ...request, algorithm: 'rsa-3072' }));
    expect(await sealPaper(FACTS, large)).toBeUndefined();
  });
});
