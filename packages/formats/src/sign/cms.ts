import { createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { arrayBuffer, type PaperSigner, signatureAlgorithm } from './office-key.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

/** What a CMS signature says once it has been taken apart and checked. */
export type CmsCheck =
  | { readonly ok: true; readonly certificate: X509Certificate }
  | { readonly ok: false; readonly reason: 'malformed' | 'weak-algorithm' | 'changed' | 'signature' };

/**
 * A detached CMS signature in the CAdES baseline profile: content type, message digest and the ESS certificate
 * digest (RFC 5035) are signed. The signing time stays outside, as ETSI EN 319 142-1 §6.3 asks for PDF.
 */
export async function signCms(digest: Uint8Array, signer: PaperSigner): Promise<Uint8Array> {
  const certificate = Certificate.fromBER(arrayBuffer(signer.certificate));
  const publicKey = new X509Certificate(signer.certificate).publicKey;
  const essCertificate = new asn1.Sequence({ value: [octets(sha256(signer.certificate))] });
  const attributes = [
    attribute(OID.contentType, new asn1.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, octets(digest)),
    attribute(
      OID.signingCertificateV2,
      new asn1.Sequence({ value: [new asn1.Sequence({ value: [essCertificate] })] }),
    ),
  ].sort((left, right) => Buffer.compare(encoded(left), encoded(right)));
  const signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes });
  const info = new SignerInfo({
    version: 1,
    sid: signerId(signer.certificate),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
    signedAttrs,
    signatureAlgorithm: signatureAlgorithm(publicKey),
    signature: octets(await signer.sign(asSet(new Uint8Array(signedAttrs.toSchema().toBER())))),
  });
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate],
    signerInfos: [info],
  });
  const content = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}

/**
 * Checks a detached CMS signature over data with the given SHA-256 digest; trust is for the caller to decide. Only
 * strict DER of the profile above passes, so that no byte of a signed file can change unnoticed.
 */
export function checkCms(der: Uint8Array, digest: Uint8Array): CmsCheck {
  try {
    const parsed = asn1.fromBER(arrayBuffer(der));
    // The space kept for the signature is longer than the signature; only zeros may fill it.
    if (parsed.offset < 0 || der.subarray(parsed.offset).some((byte) => byte !== 0))
      return refused('malformed');
    const content = new ContentInfo({ schema: parsed.result });
    if (content.contentType !== OID.signedData) return refused('malformed');
    const signed = new SignedData({ schema: content.content });
    const [info, ...more] = signed.signerInfos;
    if (!info?.signedAttrs || more.length || !inProfile(signed, info)) return refused('malformed');
    const digests = [info.digestAlgorithm, ...signed.digestAlgorithms].map((each) => each.algorithmId);
    if (digests.some((each) => each !== OID.sha256)) return refused('weak-algorithm');
    const value = (type: string) =>
      info.signedAttrs?.attributes.filter((each) => each.type === type).flatMap((each) => each.values);
    const [stated] = value(OID.messageDigest) ?? [];
    if (!(stated instanceof asn1.OctetString)) return refused('malformed');
    if (!same(new Uint8Array(stated.getValue()), digest)) return refused('changed');
    const certificate = certificateNamed(content, value(OID.signingCertificateV2) ?? []);
    if (!certificate || !same(encoded(content), der.subarray(0, parsed.offset))) return refused('malformed');
    if (!same(encoded(info.sid), encoded(signerId(certificate.raw)))) return refused('malformed');
    const expected = signatureAlgorithm(certificate.publicKey);
    if (info.signatureAlgorithm.algorithmId !== expected.algorithmId) return refused('weak-algorithm');
    if (!same(encoded(info.signatureAlgorithm), encoded(expected))) return refused('malformed');
    const attributes = asSet(new Uint8Array(info.signedAttrs.encodedValue));
    const signature = new Uint8Array(info.signature.getValue());
    return verify('sha256', attributes, certificate.publicKey, signature)
      ? { ok: true, certificate }
      : refused('signature');
  } catch {
    // The ASN.1 library throws on any structure that is not what it should be.
    return refused('malformed');
  }
}

function inProfile(signed: SignedData, info: SignerInfo): boolean {
  const { eContent, eContentType } = signed.encapContentInfo;
  const digests = [info.digestAlgorithm, ...signed.digestAlgorithms];
  return (
    signed.version === 1 &&
    info.version === 1 &&
    info.unsignedAttrs === undefined &&
    eContent === undefined &&
    eContentType === OID.data &&
    digests.length === 2 &&
    digests.every((each) => each.algorithmParams === undefined)
  );
}

/** The enclosed certificate whose digest the signature itself names, from its own bytes. */
function certificateNamed(content: ContentInfo, values: readonly unknown[]): X509Certificate | undefined {
  const named = values.map((value) => digestIn(value)).find((digest) => digest !== undefined);
  if (!named || !(content.content instanceof asn1.Sequence)) return undefined;
  // CertificateSet is the element with tag [0] (RFC 5652 §5.1).
  const set = content.content.valueBlock.value.find(
    (each): each is asn1.Constructed =>
      each instanceof asn1.Constructed && each.idBlock.tagClass === 3 && each.idBlock.tagNumber === 0,
  );
  const [only, ...others] = (set?.valueBlock.value ?? []).map(
    (each) => new Uint8Array(each.valueBeforeDecodeView),
  );
  if (!only || others.length || !same(sha256(only), named)) return undefined;
  return new X509Certificate(only);
}

function signerId(certificate: Uint8Array): IssuerAndSerialNumber {
  const { issuer, serialNumber } = Certificate.fromBER(arrayBuffer(certificate));
  return new IssuerAndSerialNumber({ issuer, serialNumber });
}

/** certHash of the first ESSCertIDv2, when it is of the default SHA-256. */
function digestIn(value: unknown): Uint8Array | undefined {
  let node = value;
  for (let depth = 0; depth < 3; depth += 1) {
    if (!(node instanceof asn1.Sequence)) return undefined;
    node = node.valueBlock.value[0];
  }
  return node instanceof asn1.OctetString ? new Uint8Array(node.getValue()) : undefined;
}

function refused(reason: Extract<CmsCheck, { ok: false }>['reason']): CmsCheck {
  return { ok: false, reason };
}

function attribute(type: string, value: asn1.AsnType): Attribute {
  return new Attribute({ type, values: [value] });
}

function encoded(value: { toSchema(): asn1.AsnType }): Buffer {
  return Buffer.from(value.toSchema().toBER());
}

/** Inside the structure the attributes carry the tag [0]; what is signed carries the tag of a SET. */
function asSet(attributes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(attributes);
  copy[0] = 0x31;
  return copy;
}

function octets(bytes: Uint8Array): asn1.OctetString {
  return new asn1.OctetString({ valueHex: arrayBuffer(bytes) });
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
