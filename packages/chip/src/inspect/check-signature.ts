import { constants, type KeyObject, verify } from 'node:crypto';
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';

/** Hashes by identifier, as OpenSSL calls them. */
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** The name of a hash; undefined for those nobody should sign with, or that are unknown. */
export const hashName = (identifier: string): string | undefined => HASHES[identifier];

/** Signature algorithms that name their hash. */
const WITH_HASH: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};
/** ECDSA whose two numbers stand side by side (TR-03111 §5.2.1.1). */
const PLAIN = '0.4.0.127.0.7.1.1.4.1.';
const PLAIN_HASHES = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
const RSA = '1.2.840.113549.1.1.1';
const EC_KEY = '1.2.840.10045.2.1';
const PSS = '1.2.840.113549.1.1.10';

/** A signature with what it is said to be made with. */
export interface SignatureClaim {
  readonly algorithm: AlgorithmIdentifier;
  /** Hash of the message, for algorithms that name none. */
  readonly hash?: string | undefined;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** The hash a plain algorithm signs with; undefined for others. */
export const plainHash = (identifier: string): string | undefined =>
  identifier.startsWith(PLAIN) ? PLAIN_HASHES[Number(identifier.slice(PLAIN.length)) - 1] : undefined;

/**
 * Whether a key made a signature; the algorithm is the one the signature itself names, never one guessed from the
 * certificate. Undefined: an algorithm this package does not know.
 */
export function signatureHolds(
  { algorithm, hash, data, signature }: SignatureClaim,
  key: KeyObject,
): boolean | undefined {
  const { algorithmId } = algorithm;
  try {
    if (algorithmId === PSS) return pssHolds(algorithm, data, signature, key);
    const plain = plainHash(algorithmId);
    const name = plain ?? WITH_HASH[algorithmId] ?? ([RSA, EC_KEY].includes(algorithmId) ? hash : undefined);
    if (!name) return undefined;
    const rsa = algorithmId.startsWith('1.2.840.113549.');
    if (rsa !== (key.asymmetricKeyType === 'rsa')) return false;
    return verify(name, data, plain ? { key, dsaEncoding: 'ieee-p1363' } : key, signature);
  } catch {
    // OpenSSL throws where key and algorithm do not belong together.
    return false;
  }
}

function pssHolds(algorithm: AlgorithmIdentifier, data: Uint8Array, signature: Uint8Array, key: KeyObject) {
  const parameters = new RSASSAPSSParams(
    algorithm.algorithmParams ? { schema: algorithm.algorithmParams } : {},
  );
  const name = hashName(parameters.hashAlgorithm.algorithmId);
  if (!name) return undefined;
  const how = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength };
  return verify(name, data, how, signature);
}
