import { readVerificationCode } from '@zhitongche/formats';
import type { Verification } from '@zhitongche/contract';
import type { Static } from 'typebox';
import type { App, SentFile } from '@zhitongche/core/server';
import { openEditionsOf } from './paper-editions.ts';
import { type CodedPaper, PAPER_COLUMNS, paperSoundness } from './paper-mac.ts';
import { paperSignature } from './paper-signature.ts';
import { trustedCertificates } from './signing-keys.ts';

type Verdict = Static<typeof Verification>;

const WORDS = {
  valid: ['查验一致：本机关出具，现行有效。', 'Genuine: issued by this office and in force.'],
  replaced: [
    '本机关曾经出具，已被新的文书替代。',
    'Issued by this office and since replaced by a newer paper.',
  ],
  revoked: ['本机关曾经出具，已经作废。', 'Issued by this office and since revoked.'],
  tampered: [
    '本机关的登记记录有异常，暂不能证明这份文书，请勿采信，并请向本机关核实。',
    'The record of this paper is not as this office wrote it; do not rely on it and ask the office.',
  ],
  'not-found': ['没有查到。请核对查验码，注意区分相近的字符。', 'Not found. Please check the code.'],
  'unknown-file': [
    '本机关没有出具过这份文件。扫描件、照片和另存的文件无法核对，请向持有人索取 PDF 原件，或改用文书上的查验码。',
    'This office issued no such file. Scans, photographs and re-saved copies cannot be compared: ask for the original PDF, or use the code printed on the paper.',
  ],
  altered: [
    '文件与本机关出具的不一致，可能被改动，请勿采信。',
    'The file is not as this office issued it; do not rely on it.',
  ],
} as const;

/** What anyone may learn of a paper by the code printed on it or the token behind its barcode. */
export async function verifyByCode(app: App, typed: string): Promise<Verdict> {
  const code = readVerificationCode(typed);
  const token = /^[A-Za-z0-9_-]{32}$/.test(typed) ? typed : null;
  if (code === undefined && token === null) return verdict('not-found');
  const [row] = await app.db.query<CodedPaper>(
    `select ${PAPER_COLUMNS} from paper where office = $1 and ${code === undefined ? 'token' : 'code'} = $2`,
    [app.config.office, code ?? token],
  );
  return row ? await told(app, row) : verdict('not-found');
}

/**
 * Compares a file with what was issued, byte for byte by its digest. One that is not on record and begins as a paper that
 * is, or carries a signature or certificate of this office, was changed after it was issued.
 */
export async function verifyByFile(app: App, file: SentFile, from = ''): Promise<Verdict> {
  const { office } = app.config;
  const certificates = await trustedCertificates(app, office);
  const read = await app.reader.read('paper', file, { certificates }, from);
  const openOf = await openEditionsOf(app.keys, app.db.query, office, [read.digest, ...read.beginnings]);
  const rows = await app.db.query<CodedPaper>(
    `select ${PAPER_COLUMNS} from paper where office = $1 and pdf_digest = any($2) order by issued_at desc`,
    [office, [...openOf.values()]],
  );
  const same = rows.find((row) => row.pdf_digest === openOf.get(read.digest));
  if (same) return await told(app, same, read.digest);
  return verdict(rows.length > 0 || read.names ? 'altered' : 'unknown-file');
}

/** What is on record of a paper, unless the record is not as the program wrote it or its SM2 signature does not hold. */
async function told(app: App, row: CodedPaper, digest = row.pdf_digest): Promise<Verdict> {
  if (!(await app.admission.admits(row.office, paperSoundness(app.keys, row)))) {
    app.log.error({ table: 'paper', office: row.office, id: row.case_id }, 'a row does not fit its code');
    return verdict('tampered');
  }
  const sm2 = paperSignature(app.keys, row);
  if (sm2.found !== 'sound' && sm2.found !== 'unsigned') {
    app.log.error({ office: row.office, id: row.case_id, found: sm2.found }, 'an SM2 record does not hold');
    return verdict('tampered');
  }
  return {
    ...verdict(row.status),
    title: row.title,
    ...(row.number === null ? {} : { number: row.number }),
    issuer: row.issuer,
    issuedOn: row.issued_on,
    facts: [...row.facts],
    digest,
    ...(row.signer ? { signer: row.signer } : {}),
    ...(sm2.found === 'sound' ? { sm2: { signedAt: sm2.signedAt } } : {}),
  };
}

/** What a reader is told of the cases that the page shows with the face of another. */
const SHOWN_AS = { tampered: 'altered', 'unknown-file': 'not-found' } as const;

function verdict(found: keyof typeof WORDS): Verdict {
  const [message, en] = WORDS[found];
  const result = found === 'tampered' || found === 'unknown-file' ? SHOWN_AS[found] : found;
  return { result, message, en };
}
