import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { type CertifiedKey, issueCertificate } from './certificate.ts';
import { masterList } from './master-list.ts';
import { type CertificateRole, type IssuingState, profile } from './profile.ts';
import { revocationList } from './revocation-list.ts';

/** Curves a country may sign with. */
export type SigningCurve = 'prime256v1' | 'secp384r1' | 'brainpoolP256r1' | 'brainpoolP384r1';

/** A country for trial: its keys were made on this machine and prove nothing to anybody. */
export interface TestCountry {
  readonly state: IssuingState;
  readonly csca: CertifiedKey;
  readonly documentSigner: CertifiedKey;
  readonly listSigner: CertifiedKey;
  /** Nothing revoked. */
  readonly crl: Uint8Array;
  /** Its own country signer, as others would get it. */
  readonly masterList: Uint8Array;
}

/** Utopia, the state of the specimens in Doc 9303. */
export const UTOPIA: IssuingState = {
  country: 'ZZ',
  state: 'UTO',
  organisation: 'SPECIMEN 样本',
  lists: 'http://crl.specimen.example/uto.crl',
};

const YEAR = 365.25 * 24 * 3600 * 1000;
const after = (date: Date, years: number): Date => new Date(date.getTime() + years * YEAR);

/** What a country signs with. */
export interface SigningForm {
  /** Absent: P-384 for the country signer, P-256 under it. */
  readonly curve?: SigningCurve;
  /** The curve written out in full, as Doc 9303-12 wants it; OpenSSL verifies no such certificate, so not by itself. */
  readonly writtenOut?: boolean;
}

async function newKey(role: CertificateRole, { curve, writtenOut }: SigningForm): Promise<KeyObject> {
  const namedCurve = curve ?? (role === 'csca' ? 'secp384r1' : 'prime256v1');
  const paramEncoding = writtenOut ? 'explicit' : 'named';
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve, paramEncoding });
  return privateKey;
}

const NAMES: Readonly<Record<CertificateRole, string>> = {
  csca: 'SPECIMEN Country Signing CA',
  'document-signer': 'SPECIMEN Document Signer',
  'list-signer': 'SPECIMEN Master List Signer',
};
/** Years a key signs, and years what it signed is good for besides (ten for a book). */
const YEARS: Readonly<Record<CertificateRole, readonly [number, number]>> = {
  csca: [4, 11],
  'document-signer': [0.25, 10],
  'list-signer': [4, 11],
};

/** A certificate of a role under a country signer, or of the country signer itself. */
export async function certify(
  role: CertificateRole,
  state: IssuingState,
  from: Date,
  options: SigningForm & { readonly issuer?: CertifiedKey } = {},
): Promise<CertifiedKey> {
  const key = await newKey(role, options);
  const publicKey = createPublicKey(key);
  const [signs, counts] = YEARS[role];
  const certificate = issueCertificate({
    subject: { country: state.country, organisation: state.organisation, name: NAMES[role] },
    publicKey,
    notBefore: from,
    notAfter: after(from, signs + counts),
    extensions: profile(
      role,
      state,
      { own: publicKey, issuer: options.issuer ? createPublicKey(options.issuer.key) : publicKey },
      { from, until: after(from, signs) },
    ),
    key,
    ...(options.issuer ? { issuer: options.issuer } : {}),
  });
  return { key, certificate };
}

/** A country with country signer, document signer, list signer, revocation list and master list, all of that day. */
export async function newTestCountry(
  from: Date,
  state: IssuingState = UTOPIA,
  form: SigningForm = {},
): Promise<TestCountry> {
  const csca = await certify('csca', state, from, form);
  const under = { ...form, issuer: csca };
  const documentSigner = await certify('document-signer', state, from, under);
  const listSigner = await certify('list-signer', state, from, under);
  return {
    state,
    csca,
    documentSigner,
    listSigner,
    crl: revocationList(csca, { number: 1, from, next: after(from, 0.25), revoked: [] }),
    masterList: masterList([csca.certificate], listSigner, from, csca.certificate),
  };
}
