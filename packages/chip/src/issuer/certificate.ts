import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, context, integer, octets, oid, printable, sequence, setOf, time, utf8 } from '../tlv/der.ts';
import { readTlvs, tlv, valueAt } from '../tlv/tlv.ts';

/** Who a certificate names: a country in two letters, an organisation, a name. */
export interface Subject {
  readonly country: string;
  readonly organisation: string;
  readonly name: string;
}

/** A private key with the certificate that belongs to it, DER. */
export interface CertifiedKey {
  readonly key: KeyObject;
  readonly certificate: Uint8Array;
}

/** What a certificate is to say. */
export interface CertificateRequest {
  readonly subject: Subject;
  readonly publicKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Extensions in the order they are written, DER. */
  readonly extensions: readonly Uint8Array[];
  /** Absent: the certificate signs itself. */
  readonly issuer?: CertifiedKey;
  readonly key?: KeyObject;
}

/** ECDSA with the hash that suits the length of the key. */
export const ecdsaHash = (key: KeyObject): 'sha256' | 'sha384' | 'sha512' => {
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  return /384/.test(curve) ? 'sha384' : /51[2]|521/.test(curve) ? 'sha512' : 'sha256';
};

const ECDSA = { sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3', sha512: '1.2.840.10045.4.3.4' };
const HASH = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

/** The algorithm a key of a curve signs with, as certificates and messages write it. */
export const signatureAlgorithmOf = (key: KeyObject): Uint8Array => sequence(oid(ECDSA[ecdsaHash(key)]));

/** A hash as messages write it. */
export const hashAlgorithm = (hash: keyof typeof HASH): Uint8Array => sequence(oid(HASH[hash]));

const publicDer = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ type: 'spki', format: 'der' }));

/** The identifier of a public key: SHA-1 over its bits (RFC 5280 §4.2.1.2). */
export function keyIdentifier(key: KeyObject): Uint8Array {
  const parts = readTlvs(valueAt(publicDer(key), 0x30) ?? new Uint8Array());
  const publicBits = parts?.find(({ tag }) => tag === 0x03)?.value ?? new Uint8Array();
  return new Uint8Array(createHash('sha1').update(publicBits.subarray(1)).digest());
}

const part = (type: string, value: Uint8Array): Uint8Array => setOf(sequence(oid(type), value));

function distinguishedName({ country, organisation, name }: Subject): Uint8Array {
  return sequence(
    part('2.5.4.6', printable(country)),
    part('2.5.4.10', utf8(organisation)),
    part('2.5.4.3', utf8(name)),
  );
}

/** An extension of a certificate or list. */
export const extension = (type: string, value: Uint8Array, critical = false): Uint8Array =>
  sequence(oid(type), ...(critical ? [tlv(0x01, new Uint8Array([0xff]))] : []), octets(value));

/** Names and serial of a certificate, as its issuer and its signatures refer to it. */
export function namesOf(certificate: Uint8Array): {
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
} {
  const fields = readTlvs(valueAt(certificate, 0x30, 0x30) ?? new Uint8Array()) ?? [];
  const [serial, , issuer, , subject] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  if (!serial || !issuer || !subject) throw new Error('This is no certificate');
  return { serial: serial.raw, issuer: issuer.raw, subject: subject.raw };
}

/** Body and signature together, as certificates and lists are. */
export const signed = (body: Uint8Array, key: KeyObject): Uint8Array =>
  sequence(body, signatureAlgorithmOf(key), bits(new Uint8Array(sign(ecdsaHash(key), body, key))));

/** A positive serial number of sixteen bytes. */
function serialNumber(): Uint8Array {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

/** Makes a certificate; throws when neither an issuer nor a key to sign itself is given. */
export function issueCertificate(request: CertificateRequest): Uint8Array {
  const { issuer, subject, extensions, publicKey } = request;
  const key = issuer?.key ?? request.key;
  if (!key) throw new Error('A certificate needs somebody to sign it');
  const name = distinguishedName(subject);
  const body = sequence(
    context(0, integer(2)),
    integer(serialNumber()),
    signatureAlgorithmOf(key),
    issuer ? namesOf(issuer.certificate).subject : name,
    sequence(time(request.notBefore), time(request.notAfter)),
    name,
    publicDer(publicKey),
    context(3, sequence(...extensions)),
  );
  return signed(body, key);
}
