import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPECIMEN_DAY, specimen, type Specimen } from '../../test/specimen.ts';
import { SOD } from '../file/data-groups.ts';
import { valueAt } from '../tlv/tlv.ts';
import { efSod } from './security-object.ts';
import { newTestCountry, type TestCountry, UTOPIA } from './test-country.ts';

const pem = (der: Uint8Array, name = 'CERTIFICATE'): string =>
  `-----BEGIN ${name}-----\n${Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')}\n-----END ${name}-----\n`;

let folder: string;
let book: Specimen;
let stranger: TestCountry;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sod-'));
  book = await specimen();
  stranger = await newTestCountry(SPECIMEN_DAY);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return name;
};
/** What OpenSSL says; its refusals are thrown with its words. */
const openssl = (...args: string[]): string => {
  const at = ['-attime', String(SPECIMEN_DAY.getTime() / 1000 + 86_400)];
  const dated = args[0] === 'cms' || args[0] === 'verify' ? at : [];
  return execFileSync('openssl', [args[0] ?? '', ...dated, ...args.slice(1)], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};
const cms = (message: Uint8Array, csca: Uint8Array): string =>
  openssl(
    'cms',
    '-verify',
    '-inform',
    'DER',
    '-in',
    put('message.der', message),
    '-CAfile',
    put('csca.pem', pem(csca)),
    '-purpose',
    'any',
    '-out',
    'content.der',
  );

describe('OpenSSL, which knows nothing of us', () => {
  it('accepts EF.SOD under its country signer, and gives the digests back', () => {
    const { files } = book.content;
    const message = valueAt(files.get(SOD.file) ?? new Uint8Array(), 0x77) ?? new Uint8Array();
    cms(message, book.country.csca.certificate);
    expect(openssl('asn1parse', '-inform', 'DER', '-in', 'content.der')).toMatch(/OBJECT\s+:sha256/);
    expect(() => cms(message, stranger.csca.certificate)).toThrow(/[Vv]erif/);
    const changed = message.map((byte, at) => (at === message.length - 1 ? byte ^ 1 : byte));
    expect(() => cms(changed, book.country.csca.certificate)).toThrow(/[Vv]erif/);
  });

  it('accepts one over the curves of RFC 5639 too', async () => {
    const country = await newTestCountry(SPECIMEN_DAY, UTOPIA, { curve: 'brainpoolP256r1' });
    const sod = efSod(new Map([[1, new Uint8Array([0x61, 0])]]), country.documentSigner);
    cms(valueAt(sod, 0x77) ?? new Uint8Array(), country.csca.certificate);
    expect(readFileSync(join(folder, 'content.der')).length).toBeGreaterThan(40);
  });

  it('accepts the master list', () => {
    cms(book.country.masterList, book.country.csca.certificate);
    const printed = openssl('asn1parse', '-inform', 'DER', '-in', 'content.der');
    expect(printed).toContain('SPECIMEN Country Signing CA');
  });

  it('finds the certificates and the revocation list sound, and reads what they are for', () => {
    const { csca, documentSigner, crl } = book.country;
    put('csca.pem', pem(csca.certificate) + pem(crl, 'X509 CRL'));
    put('ds.pem', pem(documentSigner.certificate));
    expect(openssl('verify', '-crl_check', '-CAfile', 'csca.pem', 'ds.pem')).toContain('OK');
    const signer = openssl('x509', '-in', 'ds.pem', '-noout', '-text');
    expect(signer).toMatch(/Key Usage: critical\s+Digital Signature\n/);
    expect(signer).toContain('2.23.136.1.1.6.2');
    expect(signer).toMatch(/DirName:\s*\/?L ?= ?UTO/);
    const root = openssl('x509', '-in', 'csca.pem', '-noout', '-text');
    expect(root).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    expect(root).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign\n/);
    expect(openssl('crl', '-inform', 'DER', '-in', put('list.der', crl), '-noout', '-text')).toMatch(
      /CRL Number:\s+1\s/,
    );
  });
});
