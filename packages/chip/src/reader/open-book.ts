import { accessGranted, askAccess, basicAccessKeys } from '../access/basic-access.ts';
import {
  mappedGenerator,
  type PacePassword,
  type PaceProtocol,
  paceOid,
  paceSession,
  paceToken,
  passwordKey,
  passwordReference,
  revealNonce,
} from '../access/pace.ts';
import { type ZoneKey, zoneDigest } from '../access/zone-key.ts';
import { fromHex, same } from '../bytes.ts';
import { SW } from '../card/apdu.ts';
import { type Chance, pointBytes, pointOf, secretNumber } from '../cipher/curve.ts';
import { APPLICATION } from '../file/data-groups.ts';
import { integer, oidBytes } from '../tlv/der.ts';
import { tlv, valueAt } from '../tlv/tlv.ts';
import { dataOf, type Dialogue, ReadFault } from './dialogue.ts';

const nothing = new Uint8Array();

/** Selects the travel document application; throws {@link ReadFault} where the chip has none. */
export async function selectApplication(dialogue: Dialogue): Promise<void> {
  const answer = await dialogue.send({ ins: 0xa4, p1: 0x04, p2: 0x0c, data: fromHex(APPLICATION) });
  dataOf(answer, 'no-application');
}

/** Basic access control by the printed zone; throws {@link ReadFault} where it is the zone of another book. */
export async function openWithZone(dialogue: Dialogue, zone: ZoneKey, chance: Chance): Promise<void> {
  const challenge = await dialogue.send({ ins: 0x84, p1: 0, p2: 0, data: nothing, le: 8 });
  const chipChance = dataOf(challenge, 'refused');
  if (chipChance.length !== 8) throw new ReadFault('damaged');
  const keys = basicAccessKeys(zoneDigest(zone));
  const parts = { readerChance: chance(8), chipChance, readerSeed: chance(16) };
  const data = askAccess(keys, parts);
  const answer = await dialogue.send({ ins: 0x82, p1: 0, p2: 0, data, le: 40 });
  const session = accessGranted(keys, dataOf(answer, 'wrong-key'), parts);
  if (!session) throw new ReadFault('wrong-key');
  dialogue.protect(session);
}

/** PACE by zone or card access number; throws {@link ReadFault} where they are those of another book. */
export async function openWithPace(
  dialogue: Dialogue,
  protocol: PaceProtocol,
  password: PacePassword,
  chance: Chance,
): Promise<void> {
  const { curve, suite } = protocol;
  const step = async (send: Uint8Array, tag: number, last = false): Promise<Uint8Array> => {
    const cla = last ? 0 : 0x10;
    const data = tlv(0x7c, send);
    const answer = await dialogue.send({ cla, ins: 0x86, p1: 0, p2: 0, data, le: 256 });
    const value = valueAt(dataOf(answer, last ? 'wrong-key' : 'refused'), 0x7c, tag);
    if (!value) throw new ReadFault('damaged', answer.sw);
    return value;
  };
  const announced = await dialogue.send({
    ins: 0x22,
    p1: 0xc1,
    p2: 0xa4,
    data: Buffer.concat([
      tlv(0x80, oidBytes(paceOid(suite))),
      tlv(0x83, new Uint8Array([passwordReference(password)])),
      tlv(0x84, integer(curve.id).subarray(2)),
    ]),
  });
  if (announced.sw !== SW.done) throw new ReadFault('refused', announced.sw);
  const nonce = revealNonce(passwordKey(password, suite), await step(nothing, 0x80), suite);
  const mapping = secretNumber(curve, chance);
  const chipMapping = pointOf(
    curve,
    await step(tlv(0x81, pointBytes(curve.points.BASE.multiply(mapping))), 0x82),
  );
  if (!nonce || !chipMapping) throw new ReadFault('damaged');
  const generator = mappedGenerator(curve, nonce, chipMapping.multiply(mapping));
  const secret = secretNumber(curve, chance);
  const own = generator.multiply(secret);
  const chip = pointOf(curve, await step(tlv(0x83, pointBytes(own)), 0x84));
  if (!chip || chip.equals(own)) throw new ReadFault('damaged');
  const session = paceSession(protocol, chip.multiply(secret));
  const token = await step(tlv(0x85, paceToken(suite, session.authentication, chip)), 0x86, true);
  if (!same(token, paceToken(suite, session.authentication, own))) throw new ReadFault('wrong-key');
  dialogue.protect(session);
}
