import { bigOf } from '../bytes.ts';
import { readOid } from '../tlv/read-oid.ts';
import { readTlvs, valueAt } from '../tlv/tlv.ts';
import { hashName } from './check-signature.ts';

/** What a book's signature says of its data groups. */
export interface SecurityObject {
  /** The hash, by the name OpenSSL has for it; undefined for one nobody knows. */
  readonly hash: string | undefined;
  readonly digests: ReadonlyMap<number, Uint8Array>;
}

/** The signed content of EF.SOD (Doc 9303-10 §4.6.2.3); undefined where it is none. */
export function readSecurityObject(content: Uint8Array): SecurityObject | undefined {
  const [version, algorithm, list] = readTlvs(valueAt(content, 0x30) ?? new Uint8Array()) ?? [];
  const identifier = algorithm && valueAt(algorithm.value, 0x06);
  const entries = list?.tag === 0x30 ? readTlvs(list.value) : undefined;
  if (version?.tag !== 0x02 || !identifier || !entries) return undefined;
  const digests = new Map<number, Uint8Array>();
  for (const { value } of entries) {
    const [group, digest] = readTlvs(value) ?? [];
    if (group?.tag !== 0x02 || digest?.tag !== 0x04) return undefined;
    digests.set(Number(bigOf(group.value)), digest.value);
  }
  return { hash: hashName(readOid(identifier)), digests };
}
