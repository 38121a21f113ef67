import { describe, expect, it } from 'vitest';
import { newSm2KeyPair } from '../sm/sm2.ts';
import { makeSm2Record, verifySm2Record } from './sm2-record.ts';

const key = newSm2KeyPair();
const pdf = Buffer.from('%PDF-1.7 …');
const facts = {
  number: '燕外出字〔2026〕15号',
  code: '7K3D-Q9FM-2XTH',
  office: '燕北省人民政府外事办公室',
  signedAt: '2026-11-05T08:30:00Z',
};
const record = makeSm2Record(pdf, facts, key);
const trusted = [record.publicKey];

describe('a detached SM2 record', () => {
  it('vouches for the file and the facts shown to a verifier', () => {
    expect(verifySm2Record(pdf, record, trusted)).toEqual({ valid: true });
    expect(verifySm2Record(pdf, JSON.parse(JSON.stringify(record)), trusted)).toEqual({ valid: true });
  });

  it('refuses another file', () => {
    expect(verifySm2Record(Buffer.from('%PDF-1.7 ..'), record, trusted)).toEqual({
      valid: false,
      reason: 'changed',
    });
  });

  it.each(['number', 'code', 'office', 'signedAt'] as const)('refuses a changed %s', (fact) => {
    expect(verifySm2Record(pdf, { ...record, [fact]: `${record[fact]} ` }, trusted)).toEqual({
      valid: false,
      reason: 'signature',
    });
  });

  it('refuses a signer nobody trusts and a broken signature', () => {
    expect(verifySm2Record(pdf, record, [])).toEqual({ valid: false, reason: 'unknown-signer' });
    expect(verifySm2Record(pdf, { ...record, signature: 'zz' }, trusted)).toEqual({
      valid: false,
      reason: 'signature',
    });
  });
});
