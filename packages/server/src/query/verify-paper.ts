import { readVerificationCode } from '@zhitongche/papers';
import type { Verification } from '@zhitongche/contract';
import type { Static } from 'typebox';
import type { App } from '../app.ts';
import { openEditionsOf } from '../paper/paper-editions.ts';
import { trustedCertificates } from '../paper/signing-keys.ts';
import type { SentFile } from '../reader/reader.ts';

type Verdict = Static<typeof Verification>;

interface PaperRow {
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string;
  readonly issued_on: string;
  readonly status: 'valid' | 'replaced' | 'revoked';
  readonly pdf_digest: string;
  readonly facts: { readonly label: string; readonly en: string; readonly value: string }[];
  readonly signer: string;
}

const COLUMNS = 'title, number, issuer, issued_on, status, pdf_digest, facts, signer';

const WORDS = {
  valid: ['查验一致：本机关出具，现行有效。', 'Genuine: issued by this office and in force.'],
  replaced: [
    '本机关曾经出具，已被新的文书替代。',
    'Issued by this office and since replaced by a newer paper.',
  ],
  revoked: ['本机关曾经出具，已经作废。', 'Issued by this office and since revoked.'],
  'not-found': ['没有查到。请核对查验码，注意区分相近的字符。', 'Not found. Please check the code.'],
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
  const [row] = await app.db.query<PaperRow>(
    `select ${COLUMNS} from paper where office = $1 and ${code === undefined ? 'token' : 'code'} = $2`,
    [app.config.office, code ?? token],
  );
  return row ? told(row) : verdict('not-found');
}

/**
 * Compares a file with what was issued, byte for byte by its digest. One that is not on record and begins as a paper that
 * is, or carries a signature or certificate of this office, was changed after it was issued.
 */
export async function verifyByFile(app: App, file: SentFile): Promise<Verdict> {
  const { office } = app.config;
  const certificates = await trustedCertificates(app, office);
  const read = await app.reader.read('paper', file, { certificates });
  const openOf = await openEditionsOf(app.db.query, office, [read.digest, ...read.beginnings]);
  const rows = await app.db.query<PaperRow>(
    `select ${COLUMNS} from paper where office = $1 and pdf_digest = any($2) order by issued_at desc`,
    [office, [...openOf.values()]],
  );
  const same = rows.find((row) => row.pdf_digest === openOf.get(read.digest));
  if (same) return { ...told(same), digest: read.digest };
  return verdict(rows.length > 0 || read.names ? 'altered' : 'not-found');
}

function told(row: PaperRow): Verdict {
  return {
    ...verdict(row.status),
    title: row.title,
    ...(row.number === null ? {} : { number: row.number }),
    issuer: row.issuer,
    issuedOn: row.issued_on,
    facts: row.facts,
    digest: row.pdf_digest,
    ...(row.signer ? { signer: row.signer } : {}),
  };
}

function verdict(result: Verdict['result']): Verdict {
  const [message, en] = WORDS[result];
  return { result, message, en };
}
