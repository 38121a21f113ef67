import { createHash, type X509Certificate } from 'node:crypto';
import { checkCms } from './cms.ts';
import { PdfFile } from './pdf-file.ts';
import { type PdfDict, PdfSyntaxError, readArray } from './pdf-syntax.ts';

/** Why a signature does not hold. */
export type SignatureFault =
  | 'no-signature'
  | 'malformed'
  | 'changed'
  | 'bytes-after-signature'
  | 'signature'
  | 'weak-algorithm'
  | 'unknown-signer'
  | 'certificate-date';

/** Who signed, as the certificate says. */
export interface SignerName {
  /** Organisation (O) of the certificate. */
  readonly office: string;
  /** Common name (CN): what the key is for. */
  readonly name: string;
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string;
  /** The instant the signature claims. */
  readonly at?: Date;
}

/** The answer to “is this file as it was signed, and by whom”. */
export interface PdfVerdict {
  readonly valid: boolean;
  readonly reason?: SignatureFault;
  /** The last signer, whenever the certificate could be read. */
  readonly signer?: SignerName;
  /** Whether the last signature covers every byte of the file but itself. */
  readonly coversWhole: boolean;
  /** How many signatures the file carries. */
  readonly signatures: number;
}

/**
 * Checks every signature of a PDF. Valid means: each one holds, each signer is trusted, each certificate was in
 * force at the claimed instant, and the last one covers the whole file, so that nothing was added afterwards.
 * `trusted` lists DER certificates; `'anyone'` checks integrity only.
 */
export function verifyPdf(pdf: Uint8Array, trusted: readonly Uint8Array[] | 'anyone'): PdfVerdict {
  let checks: readonly Check[];
  try {
    checks = signatureDicts(new PdfFile(pdf))
      .map((dict) => checkOne(pdf, dict, trusted))
      .sort((left, right) => left.end - right.end);
  } catch (error) {
    if (error instanceof PdfSyntaxError || error instanceof RangeError || isZlib(error)) {
      return { valid: false, reason: 'malformed', coversWhole: false, signatures: 0 };
    }
    throw error;
  }
  const last = checks.at(-1);
  if (!last) return { valid: false, reason: 'no-signature', coversWhole: false, signatures: 0 };
  const coversWhole = last.end === pdf.length;
  const fault =
    checks.find((check) => check.fault)?.fault ?? (coversWhole ? undefined : 'bytes-after-signature');
  return {
    valid: fault === undefined,
    ...(fault ? { reason: fault } : {}),
    ...(last.signer ? { signer: last.signer } : {}),
    coversWhole,
    signatures: checks.length,
  };
}

/** Fields of a form that are looked at; one of our papers has as many as signatures. */
const MOST_FIELDS = 300;
/** Each is a digest over the whole file. */
const MOST_SIGNATURES = 20;
/** Characters of one signature; ours reserve sixteen thousand. */
const LONGEST_SIGNATURE = 128 * 1024;

interface Check {
  readonly end: number;
  readonly fault?: SignatureFault;
  readonly signer?: SignerName;
}

function signatureDicts(file: PdfFile): readonly PdfDict[] {
  const form = file.dict(file.trailer.get('Root')).get('AcroForm');
  if (form === undefined) return [];
  const fields = file.array(file.dict(form).get('Fields'), MOST_FIELDS).map((field) => file.dict(field));
  const signed = fields.filter((field) => field.get('FT') === '/Sig' && field.has('V'));
  if (signed.length > MOST_SIGNATURES) throw new PdfSyntaxError('More signatures than any paper has');
  return signed.map((field) => file.dict(field.get('V')));
}

function checkOne(pdf: Uint8Array, dict: PdfDict, trusted: readonly Uint8Array[] | 'anyone'): Check {
  const range = readArray(dict.get('ByteRange') ?? '[]').map(Number);
  const [start = -1, before = -1, after = -1, rest = -1] = range;
  const contents = dict.get('Contents') ?? '';
  const end = after + rest;
  const sound =
    range.length === 4 &&
    range.every(Number.isSafeInteger) &&
    start === 0 &&
    before > 0 &&
    after > before &&
    end <= pdf.length;
  if (!sound || after - before > LONGEST_SIGNATURE) return { end, fault: 'malformed' };
  // The gap must be exactly the hex string of this signature: anything else in it would be unsigned content.
  const gap = Buffer.from(pdf.subarray(before, after)).toString('latin1');
  // Mixed case would let a byte of the file change without changing what it says.
  if (gap !== contents || !/^<(?:[0-9a-f]+|[0-9A-F]+)>$/.test(gap) || gap.length % 2)
    return { end, fault: 'malformed' };
  const digest = createHash('sha256')
    .update(pdf.subarray(0, before))
    .update(pdf.subarray(after, end))
    .digest();
  const cms = checkCms(Buffer.from(gap.slice(1, -1), 'hex'), digest);
  if (!cms.ok) return { end, fault: cms.reason };
  const at = instantOf(dict.get('M'));
  const subject = cms.certificate.toLegacyObject().subject;
  const signer: SignerName = {
    office: String(subject.O ?? ''),
    name: String(subject.CN ?? ''),
    fingerprint: fingerprint(cms.certificate.raw),
    ...(at ? { at } : {}),
  };
  const known = trusted === 'anyone' || trusted.some((each) => fingerprint(each) === signer.fingerprint);
  if (!known) return { end, fault: 'unknown-signer', signer };
  if (!at || !inForce(cms.certificate, at)) return { end, fault: 'certificate-date', signer };
  return { end, signer };
}

function inForce(certificate: X509Certificate, at: Date): boolean {
  return new Date(certificate.validFrom) <= at && at <= new Date(certificate.validTo);
}

function instantOf(value: string | undefined): Date | undefined {
  const parts = /^\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z\)$/.exec(value ?? '');
  if (!parts) return undefined;
  const date = new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function fingerprint(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}

function isZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
