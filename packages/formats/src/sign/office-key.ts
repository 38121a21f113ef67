import {
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { promisify } from 'node:util';
import * as asn1 from 'asn1js';
import { AlgorithmIdentifier, BasicConstraints, Certificate, Extension, PublicKeyInfo, Time } from 'pkijs';

/** Whatever signs papers: a key in a file, or a module that keeps the key and signs on request. */
export interface PaperSigner {
  /** Certificate of the signing office, DER. */
  readonly certificate: Uint8Array;
  /** Signs with SHA-256; RSA gives PKCS #1 v1.5, ECDSA gives DER. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** Who a self-made certificate names, and for how long. */
export interface OfficeCertificateRequest {
  /** Full name of the office. */
  readonly organisation: string;
  /** What the key is for, shown by file viewers as signer, for example `燕北省外办 文书签名`. */
  readonly commonName: string;
  /** 统一社会信用代码 of the office. */
  readonly creditCode?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly algorithm: 'ecdsa-p256' | 'rsa-3072';
}

/** An office's key and certificate, both DER (PKCS #8 and X.509). */
export interface OfficeKey {
  readonly privateKey: Uint8Array;
  readonly certificate: Uint8Array;
}

const OID = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  organisationIdentifier: '2.5.4.97',
  country: '2.5.4.6',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectKeyIdentifier: '2.5.29.14',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  rsaSha256: '1.2.840.113549.1.1.11',
} as const;

/** Makes a key and a self-signed certificate for an office that has none from an authority. */
export async function newOfficeKey(request: OfficeCertificateRequest): Promise<OfficeKey> {
  const pair =
    request.algorithm === 'ecdsa-p256'
      ? await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
      : await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  const certificate = new Certificate();
  certificate.version = 2;
  const serial = randomBytes(16);
  // A serial number is positive and has no leading zero byte.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  certificate.serialNumber = new asn1.Integer({ valueHex: arrayBuffer(serial) });
  const name = distinguishedName([
    [OID.country, new asn1.PrintableString({ value: 'CN' })],
    [OID.organisation, utf8(request.organisation)],
    ...(request.creditCode ? [[OID.organisationIdentifier, utf8(request.creditCode)] as const] : []),
    [OID.commonName, utf8(request.commonName)],
  ]);
  certificate.subject.valueBeforeDecode = name;
  certificate.issuer.valueBeforeDecode = name;
  certificate.notBefore = new Time({ value: request.notBefore });
  certificate.notAfter = new Time({ value: request.notAfter });
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    arrayBuffer(pair.publicKey.export({ format: 'der', type: 'spki' })),
  );
  // digitalSignature and nonRepudiation.
  const usage = new asn1.BitString({ valueHex: arrayBuffer(Buffer.from([0xc0])), unusedBits: 6 });
  certificate.extensions = [
    extension(OID.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
    extension(OID.keyUsage, true, usage),
    extension(
      OID.subjectKeyIdentifier,
      false,
      new asn1.OctetString({ valueHex: arrayBuffer(randomBytes(20)) }),
    ),
  ];
  const algorithm = signatureAlgorithm(pair.publicKey);
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
  const signature = sign('sha256', certificate.tbsView, pair.privateKey);
  certificate.signatureValue = new asn1.BitString({ valueHex: arrayBuffer(signature) });
  return {
    privateKey: new Uint8Array(pair.privateKey.export({ format: 'der', type: 'pkcs8' })),
    certificate: new Uint8Array(certificate.toSchema().toBER()),
  };
}

/** A signer over a key held in memory; throws when key and certificate do not belong together. */
export function softwareSigner(key: OfficeKey): PaperSigner {
  const privateKey = createPrivateKey({ key: Buffer.from(key.privateKey), format: 'der', type: 'pkcs8' });
  if (!new X509Certificate(key.certificate).checkPrivateKey(privateKey)) {
    throw new Error('The signing key does not belong to the certificate');
  }
  return {
    certificate: key.certificate,
    sign: async (data) => new Uint8Array(sign('sha256', data, privateKey)),
  };
}

/** Signature algorithm that goes with a public key, always with SHA-256. */
export function signatureAlgorithm(publicKey: KeyObject): AlgorithmIdentifier {
  return publicKey.asymmetricKeyType === 'ec'
    ? new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 })
    : new AlgorithmIdentifier({ algorithmId: OID.rsaSha256, algorithmParams: new asn1.Null() });
}

/** A copy of the bytes as the ArrayBuffer the ASN.1 library wants. */
export function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** One attribute per RDN; the certificate class would put all of them into a single one. */
function distinguishedName(parts: readonly (readonly [string, asn1.AsnType])[]): ArrayBuffer {
  const rdns = parts.map(([type, value]) => {
    const pair = new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: type }), value] });
    return new asn1.Set({ value: [pair] });
  });
  return new asn1.Sequence({ value: rdns }).toBER();
}

function utf8(value: string): asn1.Utf8String {
  return new asn1.Utf8String({ value });
}

function extension(extnID: string, critical: boolean, value: asn1.AsnType): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}
