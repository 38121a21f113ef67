import type { Suite } from '../cipher/suite.ts';
import { type PaceProtocol, paceOid, paceProtocol } from '../access/pace.ts';
import { integer, oid, sequence, setOf } from '../tlv/der.ts';
import { readTlvs, tlv, valueAt } from '../tlv/tlv.ts';
import { readOid } from '../tlv/read-oid.ts';
import { bigOf } from '../bytes.ts';

/** What a chip says it can do (Doc 9303-11 §9.2): in EF.CardAccess, and signed in DG14. */
export interface SecurityInfos {
  readonly pace: readonly PaceProtocol[];
  /** Keys of chip authentication, each with its cipher. */
  readonly chip: readonly ChipInfo[];
  /** How the chip signs in active authentication, where its key is one of a curve. */
  readonly active?: string;
}

/** A key a chip proves itself with, and the cipher that follows. */
export interface ChipInfo {
  readonly suite: Suite;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly keyId?: number;
}

const SUITES: readonly Suite[] = ['3DES', 'AES-128', 'AES-192', 'AES-256'];
const CHIP_ECDH = '0.4.0.127.0.7.2.2.3.2';
const KEY_ECDH = '0.4.0.127.0.7.2.2.1.2';
const ACTIVE = '2.23.136.1.1.5';

/** The identifier of chip authentication with a cipher. */
export const chipOid = (suite: Suite): string => `${CHIP_ECDH}.${SUITES.indexOf(suite) + 1}`;

const idOf = (keyId: number | undefined): Uint8Array[] => (keyId === undefined ? [] : [integer(keyId)]);

/** The set of infos, DER; its members stand in the order DER asks for. */
export function securityInfos({ pace, chip, active }: SecurityInfos): Uint8Array {
  return setOf(
    ...pace.map(({ suite, curve }) => sequence(oid(paceOid(suite)), integer(2), integer(curve.id))),
    ...chip.flatMap(({ suite, publicKey, keyId }) => [
      sequence(oid(chipOid(suite)), integer(1), ...idOf(keyId)),
      sequence(oid(KEY_ECDH), publicKey, ...idOf(keyId)),
    ]),
    ...(active ? [sequence(oid(ACTIVE), integer(1), oid(active))] : []),
  );
}

interface Info {
  readonly protocol: string;
  readonly parts: readonly { readonly tag: number; readonly value: Uint8Array; readonly raw: Uint8Array }[];
}

function infosOf(set: Uint8Array): readonly Info[] {
  const members = valueAt(set, 0x31);
  return ((members && readTlvs(members)) ?? []).flatMap(({ tag, value }) => {
    const [name, ...parts] = (tag === 0x30 && readTlvs(value)) || [];
    return name?.tag === 0x06 ? [{ protocol: readOid(name.value), parts }] : [];
  });
}

const small = (part: Info['parts'][number] | undefined): number | undefined =>
  part?.tag === 0x02 ? Number(bigOf(part.value)) : undefined;

/** What a set of infos says of what this package speaks; what it does not is passed over. */
export function readSecurityInfos(set: Uint8Array): SecurityInfos {
  const infos = infosOf(set);
  const pace = infos.flatMap(({ protocol, parts }) => paceProtocol(protocol, small(parts[1]) ?? -1) ?? []);
  const keys = infos.filter(({ protocol }) => protocol === KEY_ECDH);
  const chip = keys.flatMap(({ parts: [key, id] }) => {
    const keyId = small(id);
    // A key without an info of its own is used with 3DES, as the first chips did.
    const info = infos.find(
      ({ protocol, parts }) => protocol.startsWith(`${CHIP_ECDH}.`) && small(parts[1]) === keyId,
    );
    const suite = info ? SUITES.find((one) => chipOid(one) === info.protocol) : '3DES';
    return key && suite ? [{ suite, publicKey: key.raw, ...(keyId === undefined ? {} : { keyId }) }] : [];
  });
  const active = infos.find(({ protocol }) => protocol === ACTIVE)?.parts[1];
  return { pace, chip, ...(active?.tag === 0x06 ? { active: readOid(active.value) } : {}) };
}

/** DG14: the infos, signed with the other data groups. */
export const dg14 = (infos: SecurityInfos): Uint8Array => tlv(0x6e, securityInfos(infos));

/** DG15: the public key of active authentication, SubjectPublicKeyInfo in DER. */
export const dg15 = (publicKey: Uint8Array): Uint8Array => tlv(0x6f, publicKey);
