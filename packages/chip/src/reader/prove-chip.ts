import { verify } from 'node:crypto';
import { publicPoint } from '../access/chip-key.ts';
import { numberBytes } from '../bytes.ts';
import { SW } from '../card/apdu.ts';
import { keysOf } from '../card/secure-channel.ts';
import { type Chance, pointBytes, secretNumber, sharedBytes } from '../cipher/curve.ts';
import { COM } from '../file/data-groups.ts';
import { chipOid, readSecurityInfos } from '../file/security-infos.ts';
import { plainHash } from '../inspect/check-signature.ts';
import { integer, oidBytes } from '../tlv/der.ts';
import { tlv, valueAt } from '../tlv/tlv.ts';
import { type Dialogue, ReadFault } from './dialogue.ts';

/** Whether a chip showed that it is no copy; what it shows counts only with the data group its key stands in. */
export type ChipProof = 'proved' | 'failed' | 'not-offered' | 'not-supported';

/** Active authentication: the chip signs chance of ours with the key of DG15. */
export async function proveActively(
  dialogue: Dialogue,
  groups: ReadonlyMap<number, Uint8Array>,
  chance: Chance,
): Promise<ChipProof> {
  const key = valueAt(groups.get(15) ?? new Uint8Array(), 0x6f);
  if (!key) return 'not-offered';
  const infos = valueAt(groups.get(14) ?? new Uint8Array(), 0x6e);
  const hash = plainHash((infos && readSecurityInfos(infos).active) ?? '');
  const point = publicPoint(key);
  // Keys of RSA sign by ISO/IEC 9796-2, which this package does not check.
  if (!point || !hash) return 'not-supported';
  const data = chance(8);
  const answer = await dialogue.send({ ins: 0x88, p1: 0, p2: 0, data, le: 256 });
  if (answer.sw !== SW.done) return 'failed';
  const sound = verify(hash, data, { key: point.key, dsaEncoding: 'ieee-p1363' }, answer.data);
  return sound ? 'proved' : 'failed';
}

/** Chip authentication: keys agreed with the key of DG14; only its owner can go on talking. */
export async function proveByAgreement(
  dialogue: Dialogue,
  groups: ReadonlyMap<number, Uint8Array>,
  chance: Chance,
): Promise<ChipProof> {
  const infos = valueAt(groups.get(14) ?? new Uint8Array(), 0x6e);
  const offers = (infos && readSecurityInfos(infos).chip) ?? [];
  if (!offers.length) return 'not-offered';
  const known = offers.flatMap((offer) => {
    const point = publicPoint(offer.publicKey);
    return point ? [{ ...offer, ...point }] : [];
  });
  const [offer] = known;
  if (!offer) return 'not-supported';
  const { suite, curve, point, keyId } = offer;
  const named = keyId === undefined ? [] : [tlv(0x84, integer(keyId).subarray(2))];
  const data = Buffer.concat([tlv(0x80, oidBytes(chipOid(suite))), ...named]);
  const announced = await dialogue.send({ ins: 0x22, p1: 0x41, p2: 0xa4, data });
  if (announced.sw !== SW.done) return 'failed';
  const secret = secretNumber(curve, chance);
  const own = tlv(0x7c, tlv(0x80, pointBytes(curve.points.BASE.multiply(secret))));
  const agreed = await dialogue.send({ ins: 0x86, p1: 0, p2: 0, data: own, le: 256 });
  if (agreed.sw !== SW.done) return 'failed';
  dialogue.protect(keysOf(suite, sharedBytes(curve, point.multiply(secret))));
  return stillTalks(dialogue);
}

/** Whether the chip answers with the new keys. */
async function stillTalks(dialogue: Dialogue): Promise<ChipProof> {
  try {
    const data = numberBytes(COM.file, 2);
    const { sw } = await dialogue.send({ ins: 0xa4, p1: 0x02, p2: 0x0c, data });
    return sw === SW.done ? 'proved' : 'failed';
  } catch (fault) {
    if (fault instanceof ReadFault) return 'failed';
    throw fault;
  }
}
