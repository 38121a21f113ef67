import type { X509Certificate } from 'node:crypto';
import { CertificateRevocationList } from 'pkijs';
import { same } from '../bytes.ts';
import { readOid } from '../tlv/read-oid.ts';
import { readTlvs, valueAt } from '../tlv/tlv.ts';
import { signatureHolds } from './check-signature.ts';
import { certificateOf, extensionOf, mayBeUsed, USAGE } from './read-certificate.ts';
import { readSigned } from './read-signed.ts';

/** Whom an inspection believes: country signers, and the lists of what they took back; all DER. */
export interface Trust {
  readonly cscas: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
}

/** Whether a country signer issued a certificate. */
export function issuedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  try {
    return (
      authority.ca &&
      mayBeUsed(authority.raw, USAGE.certificates) &&
      certificate.checkIssued(authority) &&
      certificate.verify(authority.publicKey)
    );
  } catch {
    // OpenSSL throws where a key cannot have made such a signature.
    return false;
  }
}

/** A revocation list, checked: whether the certificate is on it, and whether it is the newest by its own word. */
export interface Revocation {
  readonly revoked: boolean;
  readonly current: boolean;
}

/** What the lists of a country signer say of a certificate on a day; undefined where there is none of its. */
export function revocationOf(
  certificate: X509Certificate,
  authority: X509Certificate,
  lists: readonly Uint8Array[],
  on: Date,
): Revocation | undefined {
  const told = lists.flatMap((der) => readList(der, authority) ?? []);
  if (!told.length) return undefined;
  const serial = BigInt(`0x${certificate.serialNumber}`);
  return {
    // Once on a list of the country, whichever, is on it.
    revoked: told.some(({ serials }) => serials.includes(serial)),
    current: told.some(({ from, next }) => from <= on && next !== undefined && on <= next),
  };
}

function readList(der: Uint8Array, authority: X509Certificate) {
  try {
    const list = CertificateRevocationList.fromBER(new Uint8Array(der).buffer);
    const body = readTlvs(der)?.[0] && readTlvs(valueAt(der, 0x30) ?? new Uint8Array())?.[0]?.raw;
    if (!body || !mayBeUsed(authority.raw, USAGE.lists)) return undefined;
    const claim = {
      algorithm: list.signatureAlgorithm,
      data: body,
      signature: new Uint8Array(list.signatureValue.valueBlock.valueHexView),
    };
    if (!signatureHolds(claim, authority.publicKey)) return undefined;
    return {
      from: list.thisUpdate.value,
      next: list.nextUpdate?.value,
      serials: (list.revokedCertificates ?? []).map(({ userCertificate }) => userCertificate.toBigInt()),
    };
  } catch {
    // No list, or one of another country.
    return undefined;
  }
}

const MASTER_LIST = '2.23.136.1.1.2';
const LIST_SIGNER = '2.23.136.1.1.3';

/** Country signers of a master list whose signer a trusted country signer issued; undefined for any other. */
export function trustMasterList(
  der: Uint8Array,
  roots: readonly Uint8Array[],
): readonly Uint8Array[] | undefined {
  const message = readSigned(der);
  const signer = message?.signer && certificateOf(message.signer);
  if (!message?.signature || !message.digest || !signer || message.type !== MASTER_LIST) return undefined;
  const uses = extensionOf(signer.raw, '2.5.29.37');
  const allowed = readTlvs((uses && valueAt(uses, 0x30)) ?? new Uint8Array()) ?? [];
  if (!allowed.some(({ value }) => readOid(value) === LIST_SIGNER)) return undefined;
  const authorities = roots.flatMap((root) => certificateOf(root) ?? []);
  if (!authorities.some((authority) => issuedBy(signer, authority))) return undefined;
  const members = readTlvs(valueAt(message.content, 0x30, 0x31) ?? new Uint8Array()) ?? [];
  return members.flatMap(({ raw }) => (certificateOf(raw)?.ca ? [raw] : []));
}

/** Trust with more country signers, none twice. */
export const trusting = (trust: Trust, more: readonly Uint8Array[]): Trust => ({
  ...trust,
  cscas: [...trust.cscas, ...more.filter((one) => !trust.cscas.some((known) => same(known, one)))],
});
