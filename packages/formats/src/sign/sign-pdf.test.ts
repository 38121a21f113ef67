import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTool } from '../../../typeset/test/measure.ts';
import { notice } from '../../../typeset/test/samples.ts';
import { loadFontBook, typeset } from '@zhitongche/typeset';
import { newOfficeKey, type OfficeKey, softwareSigner } from './office-key.ts';
import { appendRevision } from './pdf-append.ts';
import { PdfFile } from './pdf-file.ts';
import { signPdf } from './sign-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';

const AT = new Date('2026-11-05T08:30:00Z');
const FACTS = { at: AT, name: '燕北省人民政府外事办公室', reason: '出具任务通知书' };

let plain: Uint8Array;
let keys: Record<'ecdsa-p256' | 'rsa-3072', OfficeKey>;
let signed: Uint8Array;

beforeAll(async () => {
  const fonts = await loadFontBook();
  if (!fonts.ok) throw new Error('fonts');
  const paper = await typeset(notice, fonts.value);
  if (!paper.ok) throw new Error('paper');
  plain = paper.value;
  keys = { 'ecdsa-p256': await officeKey('ecdsa-p256'), 'rsa-3072': await officeKey('rsa-3072') };
  signed = await sign(plain, keys['ecdsa-p256']);
}, 60_000);

function officeKey(algorithm: 'ecdsa-p256' | 'rsa-3072', notAfter = '2036-01-01'): Promise<OfficeKey> {
  return newOfficeKey({
    organisation: '燕北省人民政府外事办公室',
    commonName: '燕北省外办文书签名',
    creditCode: '11990000MB1X00000T',
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date(`${notAfter}T00:00:00Z`),
    algorithm,
  });
}

async function sign(pdf: Uint8Array, key: OfficeKey, at = AT): Promise<Uint8Array> {
  const result = await signPdf(pdf, softwareSigner(key), { ...FACTS, at });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** What poppler's own verifier says. */
function pdfsig(pdf: Uint8Array): string {
  return withTool(pdf, 'pdfsig', ['-nocert', '%']).toString();
}

/** The same, for files it refuses with an exit code. */
function pdfsigOfDamaged(pdf: Uint8Array): string {
  const directory = mkdtempSync(join(tmpdir(), 'damaged-'));
  try {
    writeFileSync(join(directory, 'paper.pdf'), pdf);
    const run = spawnSync('pdfsig', ['-nocert', join(directory, 'paper.pdf')]);
    return run.stdout.toString() + run.stderr.toString();
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The file with cross-reference and object streams, as many programs write it. */
function withObjectStreams(pdf: Uint8Array): Uint8Array {
  return new Uint8Array(withTool(pdf, 'qpdf', ['--object-streams=generate', '%', '-']));
}

describe.each(['ecdsa-p256', 'rsa-3072'] as const)('a paper signed with %s', (algorithm) => {
  it('is valid to poppler and to us, whole, and a sound PDF', async () => {
    const pdf = await sign(plain, keys[algorithm]);
    expect(pdfsig(pdf)).toContain('Signature is Valid');
    expect(pdfsig(pdf)).toContain('Total document signed');
    expect(pdfsig(pdf)).toContain('ETSI.CAdES.detached');
    expect(withTool(pdf, 'qpdf', ['--check', '%']).toString()).toContain(
      'No syntax or stream encoding errors',
    );
    expect(verifyPdf(pdf, [keys[algorithm].certificate])).toMatchObject({
      valid: true,
      coversWhole: true,
      signatures: 1,
      signer: { office: '燕北省人民政府外事办公室', name: '燕北省外办文书签名', at: AT },
    });
  });

  it('is valid as well when the file keeps its objects in streams', async () => {
    const pdf = await sign(withObjectStreams(plain), keys[algorithm]);
    expect(pdfsig(pdf)).toContain('Signature is Valid');
    expect(withTool(pdf, 'qpdf', ['--check', '%']).toString()).toContain(
      'No syntax or stream encoding errors',
    );
    expect(verifyPdf(pdf, [keys[algorithm].certificate]).valid).toBe(true);
  });
});

describe('a signature', () => {
  it('leaves the typeset bytes as they were and the page as it looked', () => {
    expect(signed.subarray(0, plain.length)).toEqual(plain);
    const picture = (pdf: Uint8Array) => withTool(pdf, 'pdftoppm', ['-r', '50', '-gray', '%']);
    expect(picture(signed).equals(picture(plain))).toBe(true);
  });

  it('keeps the archival claim of the paper', () => {
    expect(withTool(signed, 'pdfinfo', ['-meta', '%']).toString()).toMatch(/pdfaid:part>2</);
  });

  it('joins an earlier one, and both stay valid', async () => {
    const twice = await sign(signed, keys['rsa-3072'], new Date('2026-11-06T01:00:00Z'));
    expect(pdfsig(twice).match(/Signature is Valid/g)).toHaveLength(2);
    const trusted = [keys['ecdsa-p256'].certificate, keys['rsa-3072'].certificate];
    expect(verifyPdf(twice, trusted)).toMatchObject({ valid: true, signatures: 2, coversWhole: true });
    expect(verifyPdf(twice, trusted.slice(1))).toMatchObject({ valid: false, reason: 'unknown-signer' });
  });

  it('is refused by poppler and by us after one changed byte of the page', () => {
    const forged = new Uint8Array(signed);
    const at = Math.floor(plain.length / 2);
    forged[at] = (forged[at] ?? 0) ^ 1;
    expect(pdfsigOfDamaged(forged)).not.toContain('Signature is Valid');
    expect(verifyPdf(forged, 'anyone')).toMatchObject({ valid: false, reason: 'changed' });
  });

  it('is refused after any changed bit, wherever it lies', () => {
    const trusted = [keys['ecdsa-p256'].certificate];
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.nat(7), (at, bit) => {
        const forged = new Uint8Array(signed);
        forged[at] = (forged[at] ?? 0) ^ (1 << bit);
        expect(verifyPdf(forged, trusted).valid).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused after any changed hex digit of itself, which no digest covers', () => {
    const trusted = [keys['ecdsa-p256'].certificate];
    const start = Buffer.from(signed).indexOf('/Contents <', plain.length) + '/Contents <'.length;
    for (let at = start; at < start + 2 * 900; at += 7) {
      const forged = new Uint8Array(signed);
      forged[at] = (forged[at] ?? 0) ^ (at % 2 ? 1 : 2);
      expect(verifyPdf(forged, trusted).valid).toBe(false);
    }
  });

  it.each([
    ['a line feed', '\n'],
    ['a comment', '\n% added later\n'],
    ['rubbish', '\0\u0001rubbish'],
  ])('is refused when %s follows the last signed revision', (_what, tail) => {
    const longer = Buffer.concat([signed, Buffer.from(tail)]);
    expect(verifyPdf(longer, 'anyone')).toMatchObject({
      valid: false,
      reason: 'bytes-after-signature',
      coversWhole: false,
    });
  });

  it('is refused when a later update rewrites the paper without signing', () => {
    const file = new PdfFile(signed);
    const page = file.firstPage();
    const update = appendRevision(file, [
      { number: page, value: file.object(page).replace('/Annots', '/Rotate 90\n/Annots') },
    ]);
    expect(withTool(update, 'pdfinfo', ['%']).toString()).toMatch(/Page rot:\s+90/);
    expect(verifyPdf(update, 'anyone')).toMatchObject({ valid: false, reason: 'bytes-after-signature' });
  });

  it('is refused when nobody trusts its signer, though it holds', () => {
    expect(verifyPdf(signed, [])).toMatchObject({
      valid: false,
      reason: 'unknown-signer',
      coversWhole: true,
    });
    expect(verifyPdf(signed, 'anyone').valid).toBe(true);
  });

  it('is refused when its certificate was not in force at the claimed instant', async () => {
    const short = await officeKey('ecdsa-p256', '2026-06-30');
    const late = await sign(plain, short);
    expect(verifyPdf(late, [short.certificate])).toMatchObject({ valid: false, reason: 'certificate-date' });
  });
});

describe('files that are not what they should be', () => {
  it('are called unsigned when they are', () => {
    expect(verifyPdf(plain, 'anyone')).toEqual({
      valid: false,
      reason: 'no-signature',
      coversWhole: false,
      signatures: 0,
    });
  });

  it('are refused as values by signing', async () => {
    const signer = softwareSigner(keys['ecdsa-p256']);
    for (const bytes of ['', '%PDF-1.7', 'GIF89a', '%PDF-1.7\nstartxref\n99999\n%%EOF']) {
      expect(await signPdf(Buffer.from(bytes), signer, FACTS)).toMatchObject({
        ok: false,
        problems: [{ code: 'paper.unsignable' }],
      });
    }
  });

  it('never make verification throw, however they are damaged', () => {
    fc.assert(
      fc.property(
        fc.nat(signed.length),
        fc.nat(signed.length),
        fc.uint8Array({ maxLength: 40 }),
        (from, to, junk) => {
          const damaged = Buffer.concat([signed.subarray(0, from), junk, signed.subarray(to)]);
          if (!damaged.equals(Buffer.from(signed))) expect(verifyPdf(damaged, 'anyone').valid).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
    for (const text of [
      '%PDF-1.7\n' + '['.repeat(100_000),
      `%PDF-\nxref\n0 1\ntrailer<</Root 1 0 R/Prev 6>>\nstartxref\n6\n%%EOF`,
    ]) {
      expect(verifyPdf(Buffer.from(text), 'anyone').valid).toBe(false);
    }
  });
});

describe('an office key', () => {
  it('names the office in a certificate that checks against itself', () => {
    for (const key of Object.values(keys)) {
      const certificate = new X509Certificate(key.certificate);
      expect(certificate.subject.split('\n')).toEqual([
        'C=CN',
        'O=燕北省人民政府外事办公室',
        'organizationIdentifier=11990000MB1X00000T',
        'CN=燕北省外办文书签名',
      ]);
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(certificate.ca).toBe(false);
    }
  });

  it('is not used with the certificate of another', () => {
    const mixed = { privateKey: keys['rsa-3072'].privateKey, certificate: keys['ecdsa-p256'].certificate };
    expect(() => softwareSigner(mixed)).toThrow('does not belong');
  });
});
