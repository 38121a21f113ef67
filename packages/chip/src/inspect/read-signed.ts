import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import { ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { same } from '../bytes.ts';
import { namesOf } from '../issuer/certificate.ts';
import { certificateOf, extensionOf } from './read-certificate.ts';
import { hashName, signatureHolds } from './check-signature.ts';
import { valueAt } from '../tlv/tlv.ts';

/** A signed message taken apart, with what its two checks say. */
export interface SignedMessage {
  readonly type: string;
  readonly content: Uint8Array;
  /** The certificate inside that belongs to the signature, DER. */
  readonly signer?: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  /** Whether the signer's key made the signature; undefined where it cannot be told. */
  readonly signature: boolean | undefined;
  /** Whether the content is the one that was signed; undefined where the hash is unknown. */
  readonly digest: boolean | undefined;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';

/** A master list of a large state has some hundred thousand nodes; what has more is read by nobody. */
const MOST_NODES = 1_000_000;

/** CMS SignedData with one signature (RFC 5652); undefined for anything else. */
export function readSigned(der: Uint8Array): SignedMessage | undefined {
  try {
    const parsed = asn1.fromBER(new Uint8Array(der).buffer, { maxNodes: MOST_NODES });
    if (parsed.offset !== der.length) return undefined;
    const outer = new ContentInfo({ schema: parsed.result });
    if (outer.contentType !== SIGNED_DATA) return undefined;
    const data = new SignedData({ schema: outer.content });
    const [info, ...others] = data.signerInfos;
    const { eContent, eContentType } = data.encapContentInfo;
    if (!info || others.length || !eContent) return undefined;
    const content = new Uint8Array(eContent.getValue());
    const certificates = certificatesIn(outer);
    const signer = certificates.find((one) => isSigner(info, one));
    return {
      type: eContentType,
      content,
      certificates,
      ...(signer ? { signer } : {}),
      ...checks(info, content, eContentType, signer),
    };
  } catch {
    // The ASN.1 library throws on any structure that is not what it should be.
    return undefined;
  }
}

/** The certificates as they were written: their digests and signatures stand over these bytes. */
function certificatesIn({ content }: ContentInfo): readonly Uint8Array[] {
  if (!(content instanceof asn1.Sequence)) return [];
  const set = content.valueBlock.value.find(
    (each): each is asn1.Constructed =>
      each instanceof asn1.Constructed && each.idBlock.tagClass === 3 && each.idBlock.tagNumber === 0,
  );
  return (set?.valueBlock.value ?? []).map((each) => new Uint8Array(each.valueBeforeDecodeView));
}

/** Whether the signature names this certificate, by issuer and serial or by the identifier of its key. */
function isSigner({ sid }: SignerInfo, certificate: Uint8Array): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    const { issuer, serial } = namesOf(certificate);
    return (
      same(new Uint8Array(sid.issuer.toSchema().toBER()), issuer) &&
      same(new Uint8Array(sid.serialNumber.toBER()), serial)
    );
  }
  const identifier = extensionOf(certificate, '2.5.29.14');
  const key = identifier && valueAt(identifier, 0x04);
  return (
    key !== undefined &&
    sid instanceof asn1.Primitive &&
    same(new Uint8Array(sid.valueBlock.valueHexView), key)
  );
}

function checks(info: SignerInfo, content: Uint8Array, type: string, signer: Uint8Array | undefined) {
  const hash = hashName(info.digestAlgorithm.algorithmId);
  const attributes = info.signedAttrs;
  const key = signer && certificateOf(signer)?.publicKey;
  const signature = new Uint8Array(info.signature.getValue());
  const claim = { algorithm: info.signatureAlgorithm, hash, signature };
  // Without attributes the signature stands over the content itself.
  if (!attributes) {
    const holds = key && signatureHolds({ ...claim, data: content }, key);
    return { signature: holds, digest: holds };
  }
  const data = new Uint8Array(attributes.encodedValue);
  data[0] = 0x31;
  const value = (wanted: string) => attributes.attributes.find((each) => each.type === wanted)?.values[0];
  const [stated, named] = [value(MESSAGE_DIGEST), value(CONTENT_TYPE)];
  const digest =
    hash &&
    stated instanceof asn1.OctetString &&
    named instanceof asn1.ObjectIdentifier &&
    named.valueBlock.toString() === type &&
    same(new Uint8Array(stated.getValue()), new Uint8Array(createHash(hash).update(content).digest()));
  return {
    signature: key && signatureHolds({ ...claim, data }, key),
    digest: hash ? Boolean(digest) : undefined,
  };
}
