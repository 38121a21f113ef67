import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase32, toBase32 } from './base32.ts';
import { fromC40, toC40 } from './c40.ts';
import { daySealed, readSeal, sealDay } from './visible-seal.ts';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly hex: string;
  readonly date?: string;
  readonly text?: string;
  readonly decoded?: string;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signed_bytes_hex?: string;
  readonly signature_raw_hex?: string;
}
const file = new URL('../../vectors/vds.json', import.meta.url);
const { cases }: { readonly cases: readonly Case[] } = JSON.parse(readFileSync(file, 'utf8'));
const of = (kind: string) => cases.filter((one) => one.kind === kind);
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (of: Uint8Array) => Buffer.from(of).toString('hex');

describe('visible digital seals by ICAO Doc 9303-13', () => {
  it.each(of('date'))('$id: a day is the number MMDDYYYY', ({ date = '', hex: expected }) => {
    expect(hex(sealDay(date))).toBe(expected);
    expect(daySealed(bytes(expected))).toBe(date);
  });

  it.each(of('c40'))('$id: letters as C40', ({ text = '', hex: expected, decoded }) => {
    expect(hex(toC40(text))).toBe(expected);
    expect(fromC40(bytes(expected))).toBe(decoded);
  });

  const version4 = of('seal').filter(({ header }) => header?.['raw_version'] === 3);
  it.each(version4)('$id: seals of others are read', ({ hex: whole, header }) => {
    const seal = readSeal(bytes(whole));
    expect(seal?.header).toMatchObject({
      country: header?.['country'],
      signer: header?.['signer'],
      certificate: header?.['certificate_reference'],
      issuedOn: header?.['issue_date'],
      signedOn: header?.['signature_date'],
    });
    expect(seal?.header.definition.toString(16)).toBe(header?.['feature_definition']);
  });

  it.each(of('signed-seal').filter((one) => one.signed_bytes_hex))(
    '$id: what was signed is all before the signature',
    ({ hex: whole, signed_bytes_hex: signed, signature_raw_hex: signature }) => {
      const seal = readSeal(bytes(whole));
      expect(seal && hex(seal.signed)).toBe(signed);
      expect(seal && hex(seal.signature)).toBe(signature);
    },
  );

  it('any bytes are a seal or none, never a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (noise) => {
        const begun = new Uint8Array([0xdc, 0x03, ...noise]);
        for (const each of [noise, begun])
          expect([undefined, 'object']).toContain(readSeal(each) && 'object');
      }),
    );
  });
});

it('Base32 is that of RFC 4648 §10, reads back, and one text stands for one value', () => {
  const samples = {
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  };
  for (const [plain, coded] of Object.entries(samples))
    expect(toBase32(new TextEncoder().encode(plain))).toBe(coded);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (data) => {
      expect(fromBase32(toBase32(data))).toEqual(data);
    }),
  );
  expect(fromBase32('MZ')).toBeUndefined();
  expect(fromBase32('M')).toBeUndefined();
  expect(fromBase32('m1')).toBeUndefined();
});
