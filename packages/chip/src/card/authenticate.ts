import { sign } from 'node:crypto';
import { basicAccessKeys, grantAccess } from '../access/basic-access.ts';
import { type PacePassword, paceOid } from '../access/pace.ts';
import { zoneDigest } from '../access/zone-key.ts';
import { bigOf } from '../bytes.ts';
import { chance, pointOf, sharedBytes } from '../cipher/curve.ts';
import { chipOid } from '../file/security-infos.ts';
import { readOid } from '../tlv/read-oid.ts';
import { readTlvs, tlv } from '../tlv/tlv.ts';
import { type Command, status, SW } from './apdu.ts';
import type { BookContent } from './book-content.ts';
import type { CardState, Turn } from './card-state.ts';
import { paceRun } from './pace-run.ts';
import { keysOf } from './secure-channel.ts';

const turn = (sw: number): Turn => ({ response: status(sw) });
const done = (data: Uint8Array): Turn => ({ response: { data, sw: SW.done } });

/** GET CHALLENGE: eight bytes of chance, good for one use. */
export function getChallenge({ le }: Command, content: BookContent, state: CardState): Turn {
  if (!state.application || !content.basicAccess) return turn(SW.notNow);
  if (le !== 8 && le !== 256) return turn(SW.wrongLength);
  state.challenge = (content.chance ?? chance)(8);
  return done(state.challenge);
}

/** EXTERNAL AUTHENTICATE: basic access control. */
export function externalAuthenticate({ data }: Command, content: BookContent, state: CardState): Turn {
  const { challenge } = state;
  state.challenge = undefined;
  if (!challenge || state.channel || !content.basicAccess) return turn(SW.notNow);
  if (data.length !== 40) return turn(SW.wrongLength);
  const keys = basicAccessKeys(zoneDigest(content.zone));
  const granted = grantAccess(keys, data, challenge, (content.chance ?? chance)(16));
  if (!granted) return turn(SW.wrongSecret);
  state.access = true;
  return { ...done(granted.answer), session: granted.session };
}

/** MSE:Set AT: which protocol comes next, with which password or key. */
export function manageSecurity(command: Command, content: BookContent, state: CardState): Turn {
  state.pace = undefined;
  state.chipAnnounced = false;
  const objects = readTlvs(command.data);
  const value = (tag: number) => objects?.find((one) => one.tag === tag)?.value;
  const named = value(0x80);
  if (!named || command.p2 !== 0xa4) return turn(SW.wrongData);
  const identifier = readOid(named);
  if (command.p1 === 0x41) return announceChip(identifier, value(0x84), content, state);
  if (command.p1 !== 0xc1) return turn(SW.wrongParameters);
  const parameters = value(0x84);
  const protocol = content.pace.find(
    ({ suite, curve }) =>
      paceOid(suite) === identifier && (!parameters || bigOf(parameters) === BigInt(curve.id)),
  );
  if (!protocol) return turn(SW.wrongData);
  const password = passwordOf(value(0x83), content);
  if (!password) return turn(SW.noReference);
  state.pace = paceRun(protocol, password, content.chance ?? chance);
  return turn(SW.done);
}

function passwordOf(reference: Uint8Array | undefined, content: BookContent): PacePassword | undefined {
  if (reference?.length !== 1) return undefined;
  if (reference[0] === 1) return { zone: content.zone };
  return reference[0] === 2 && content.can ? { can: content.can } : undefined;
}

function announceChip(
  identifier: string,
  keyId: Uint8Array | undefined,
  { chipKey }: BookContent,
  state: CardState,
): Turn {
  if (!state.access) return turn(SW.notAllowed);
  if (!chipKey || identifier !== chipOid(chipKey.suite)) return turn(SW.wrongData);
  if (keyId && bigOf(keyId) !== BigInt(chipKey.keyId ?? -1)) return turn(SW.noReference);
  state.chipAnnounced = true;
  return turn(SW.done);
}

/** GENERAL AUTHENTICATE: a step of PACE, or chip authentication. */
export function generalAuthenticate(command: Command, content: BookContent, state: CardState): Turn {
  const [template, ...rest] = readTlvs(command.data) ?? [];
  const objects = template?.tag === 0x7c && rest.length === 0 ? readTlvs(template.value) : undefined;
  if (!objects || objects.length > 1) return turn(SW.wrongData);
  const [object] = objects;
  if (state.chipAnnounced)
    return authenticateChip(object?.tag === 0x80 ? object.value : undefined, content, state);
  const { pace } = state;
  if (!pace) return turn(SW.notNow);
  const tag = object?.tag ?? 0;
  const answer = pace.step(tag, object?.value ?? new Uint8Array());
  if (!answer) {
    state.pace = undefined;
    return turn(tag === 0x85 ? SW.wrongSecret : SW.wrongData);
  }
  const response = done(tlv(0x7c, tlv(answer.tag, answer.value)));
  if (!answer.session) return response;
  Object.assign(state, { pace: undefined, access: true });
  return { ...response, session: answer.session };
}

function authenticateChip(point: Uint8Array | undefined, { chipKey }: BookContent, state: CardState): Turn {
  state.chipAnnounced = false;
  const other = chipKey && point && pointOf(chipKey.curve, point);
  if (!chipKey || !other) return turn(SW.wrongData);
  const shared = sharedBytes(chipKey.curve, other.multiply(chipKey.secret));
  return { ...done(tlv(0x7c)), session: keysOf(chipKey.suite, shared) };
}

/** INTERNAL AUTHENTICATE: active authentication, a signature over the chance of the reader. */
export function internalAuthenticate({ data }: Command, content: BookContent, state: CardState): Turn {
  if (!state.access) return turn(SW.notAllowed);
  if (!content.activeKey) return turn(SW.noInstruction);
  if (data.length !== 8) return turn(SW.wrongLength);
  return done(new Uint8Array(sign('sha256', data, { key: content.activeKey, dsaEncoding: 'ieee-p1363' })));
}
