import { createHash } from 'node:crypto';
import { ok, type Result } from '@zhitongche/base';
import { refusal } from '../problem.ts';
import { signCms } from './cms.ts';
import type { PaperSigner } from './office-key.ts';
import { appendRevision } from './pdf-append.ts';
import { PdfFile } from './pdf-file.ts';
import { PdfSyntaxError, referenceOf, writeDict } from './pdf-syntax.ts';

/** What a signature states about itself. */
export interface SignatureFacts {
  /** Instant of signing. */
  readonly at: Date;
  /** Signing office, shown by viewers. */
  readonly name: string;
  readonly reason?: string;
}

/** Space for the CMS in bytes; an RSA signature with its certificate takes about two thousand. */
const RESERVED = 8192;

/**
 * Signs a PDF (ETSI.CAdES.detached) in an incremental update: the typeset bytes stay as they are, and earlier
 * signatures stay valid. The field is invisible; the seal, if any, is part of the page.
 */
export async function signPdf(
  pdf: Uint8Array,
  signer: PaperSigner,
  facts: SignatureFacts,
): Promise<Result<Uint8Array>> {
  try {
    return ok(await signed(new PdfFile(pdf), signer, facts));
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    const problem = refusal(
      'paper.unsignable',
      [],
      '文件结构不完整，无法签名。',
      '请重新生成文书后再签名。',
      `The file cannot be signed: ${error.message}`,
    );
    return { ok: false, problems: [problem] };
  }
}

async function signed(file: PdfFile, signer: PaperSigner, facts: SignatureFacts): Promise<Uint8Array> {
  const root = referenceOf(file.trailer.get('Root'));
  if (root === undefined) throw new PdfSyntaxError('No document catalog');
  const [value, field] = [file.size, file.size + 1];
  const page = file.firstPage();
  const catalog = new Map(file.dict(`${root} 0 R`));
  const form = new Map(catalog.has('AcroForm') ? file.dict(catalog.get('AcroForm')) : []);
  const fields = file.array(form.get('Fields'));
  form.set('Fields', `[${[...fields, `${field} 0 R`].join(' ')}]`).set('SigFlags', '3');
  catalog.set('AcroForm', writeDict(form));
  const pageDict = new Map(file.dict(`${page} 0 R`));
  pageDict.set('Annots', `[${[...file.array(pageDict.get('Annots')), `${field} 0 R`].join(' ')}]`);
  const update = appendRevision(file, [
    { number: root, value: writeDict(catalog) },
    { number: page, value: writeDict(pageDict) },
    { number: value, value: signatureDict(facts) },
    { number: field, value: fieldDict(fields.length + 1, page, value) },
  ]);
  const from = update.indexOf(hole(), file.bytes.length);
  const to = from + 2 * RESERVED + 2;
  const range = `[0 ${from} ${to} ${update.length - to}]`;
  update.write(range.padEnd(RANGE.length), update.indexOf(RANGE, file.bytes.length), 'latin1');
  const digest = createHash('sha256').update(update.subarray(0, from)).update(update.subarray(to)).digest();
  const cms = await signCms(digest, signer);
  if (cms.length > RESERVED)
    throw new Error(`The signature has ${cms.length} bytes, more than the ${RESERVED} kept for it`);
  update.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
  return new Uint8Array(update);
}

// Wide enough for any offsets; replaced once they are known.
const RANGE = `[0 ${'9'.repeat(10)} ${'9'.repeat(10)} ${'9'.repeat(10)}]`;

function hole(): string {
  return `<${'0'.repeat(2 * RESERVED)}>`;
}

function signatureDict(facts: SignatureFacts): string {
  const entries = new Map([
    ['Type', '/Sig'],
    ['Filter', '/Adobe.PPKLite'],
    ['SubFilter', '/ETSI.CAdES.detached'],
    ['ByteRange', RANGE],
    ['Contents', hole()],
    ['M', `(D:${facts.at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`],
    ['Name', unicode(facts.name)],
  ]);
  if (facts.reason) entries.set('Reason', unicode(facts.reason));
  return writeDict(entries);
}

function fieldDict(count: number, page: number, value: number): string {
  return writeDict(
    new Map([
      ['Type', '/Annot'],
      ['Subtype', '/Widget'],
      ['FT', '/Sig'],
      ['T', `(Signature${count})`],
      // Print and Locked; an archival file allows no hidden annotation.
      ['F', '132'],
      ['Rect', '[0 0 0 0]'],
      ['P', `${page} 0 R`],
      ['V', `${value} 0 R`],
    ]),
  );
}

/** A text string as UTF-16 in hex, which needs no escapes. */
function unicode(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
