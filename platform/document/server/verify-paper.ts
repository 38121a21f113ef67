import { dayInShanghai, standingOn } from '@zhitongche/base';
import { readVerificationCode } from '@zhitongche/formats';
import type { Verification } from '@zhitongche/contract';
import type { Static } from 'typebox';
import type { App, SentFile } from '@zhitongche/core/server';
import { openEditionsOf } from './paper-editions.ts';
import { type CodedPaper, PAPER_COLUMNS, paperSoundness } from './paper-mac.ts';
import { paperSignature } from './paper-signature.ts';
import { sealOf, type SealedIssue } from './paper-seals.ts';
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
  early: ['本机关出具，尚未到生效日期，现在不能使用。', 'Issued by this office; its term has not begun yet.'],
  expired: ['本机关出具，已过有效期，不能再使用。', 'Issued by this office; its term is over.'],
  'unknown-number': [
    '没有查到这一文号和日期的文书。请逐字核对文号、年份和出具日期；没有文号的文书请用查验码。',
    'No paper of this number and day. Please check the number, the year and the day of issue.',
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
 * What anyone may learn of a paper by its number and day: whether it was issued and counts, not what it says. A number
 * can be guessed, so a wrong day is answered as a number that was never given.
 */
export async function verifyByNumber(
  app: App,
  { number, issuedOn }: { readonly number: string; readonly issuedOn: string },
): Promise<Verdict> {
  const [row] = await app.db.query<CodedPaper>(
    `select ${PAPER_COLUMNS} from paper where office = $1 and number = $2 and issued_on = $3
     order by issue desc limit 1`,
    [app.config.office, writtenNumber(number), issuedOn],
  );
  if (!row) return verdict('unknown-number');
  const { result, message, en, title, ...rest } = await told(app, row);
  if (title === undefined) return { result, message, en };
  const { validFrom, validTo } = rest;
  return {
    result,
    message,
    en,
    title,
    number: row.number ?? '',
    issuer: row.issuer,
    issuedOn: row.issued_on,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

/** A number as papers print it, from whatever brackets and blanks a person typed. */
const writtenNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[(【［（{](\d{4})[\])】］）}]/, '〔$1〕');

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
  const sealed = await sealOf(app.keys, app.db.query, row);
  if (sealed === 'strange') {
    app.log.error(
      { table: 'paper_seal', office: row.office, id: row.case_id },
      'a row does not fit its code',
    );
    return verdict('tampered');
  }
  return {
    ...verdict(row.status === 'valid' ? standing(app, sealed) : row.status),
    ...(sealed?.valid_from ? { validFrom: sealed.valid_from } : {}),
    ...(sealed?.valid_to ? { validTo: sealed.valid_to } : {}),
    title: row.title,
    ...(row.number === null ? {} : { number: row.number }),
    issuer: row.issuer,
    issuedOn: row.issued_on,
    facts: [...row.facts, ...(await givenBack(app, row))],
    digest,
    ...(row.signer ? { signer: row.signer } : {}),
    ...(sm2.found === 'sound' ? { sm2: { signedAt: sm2.signedAt } } : {}),
  };
}

/** What has gone back of the payment a receipt is for: told from the day it went, whatever the paper says. */
async function givenBack(
  app: App,
  { office, case_id: caseId, paper }: CodedPaper,
): Promise<CodedPaper['facts']> {
  const [, payment] = /^receipt-of-payment:(.+)$/.exec(paper) ?? [];
  if (payment === undefined) return [];
  const [sum] = await app.db.query<{ amount: string | null }>(
    `select sum(amount)::text as amount from money_line
     where office = $1 and case_id = $2 and kind = 'refund' and status = 'done' and of = $3`,
    [office, caseId, payment],
  );
  return sum?.amount ? [{ label: '已退款', en: 'Refunded', value: `${sum.amount}元` }] : [];
}

/** How a paper in force stands to its term, on the day of asking at the office. */
function standing(app: App, sealed: SealedIssue | null): 'valid' | 'early' | 'expired' {
  const today = dayInShanghai(app.clock().toISOString());
  const found = standingOn(today, { from: sealed?.valid_from ?? null, to: sealed?.valid_to ?? null });
  return found === 'current' ? 'valid' : found;
}

/** What a reader is told of the cases that the page shows with the face of another. */
const SHOWN_AS = {
  tampered: 'altered',
  'unknown-file': 'not-found',
  'unknown-number': 'not-found',
} as const;

function verdict(found: keyof typeof WORDS): Verdict {
  const [message, en] = WORDS[found];
  const result =
    found === 'tampered' || found === 'unknown-file' || found === 'unknown-number' ? SHOWN_AS[found] : found;
  return { result, message, en };
}
