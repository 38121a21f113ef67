import { bigOf, concat, numberBytes, padded, same, unpadded } from '../bytes.ts';
import { blockOf, decrypt, deriveKey, encrypt, mac, noIv, type Suite } from '../cipher/suite.ts';
import { readTlvs, type Tlv, tlv } from '../tlv/tlv.ts';
import { type Command, commandBytes, parseResponse, type Response, responseBytes } from './apdu.ts';

/** Keys of one session. */
export interface SessionKeys {
  readonly suite: Suite;
  readonly encryption: Uint8Array;
  readonly authentication: Uint8Array;
  /** The send sequence counter before the first command. */
  readonly counter: Uint8Array;
}

/** Both ends of secure messaging (Doc 9303-11 §9.8); every command and answer counts, so none counts twice. */
export interface SecureChannel {
  /** Reader: a plain command, protected. */
  protect(command: Command): Uint8Array;
  /** Reader: what a protected answer says; undefined where it is not from the other end. */
  open(answer: Uint8Array): Response | undefined;
  /** Card: the plain command; undefined where it was changed, repeated or is not from the other end. */
  accept(command: Command): Command | undefined;
  /** Card: an answer, protected; to a command with an odd instruction its data are objects already. */
  seal(response: Response, odd?: boolean): Uint8Array;
}

const TAG = { cipher: 0x87, cipherOfObjects: 0x85, wanted: 0x97, status: 0x99, mac: 0x8e } as const;

/** Session keys from a shared secret, counter at zero: after PACE and chip authentication. */
export const keysOf = (suite: Suite, secret: Uint8Array): SessionKeys => ({
  suite,
  encryption: deriveKey(secret, 1, suite),
  authentication: deriveKey(secret, 2, suite),
  counter: new Uint8Array(blockOf(suite)),
});

/** A channel over the keys of a session; it lives as long as both ends count alike. */
export function secureChannel(keys: SessionKeys): SecureChannel {
  const { suite, encryption, authentication } = keys;
  const block = blockOf(suite);
  let counter = bigOf(keys.counter);
  const step = (): Uint8Array => {
    counter = (counter + 1n) % (1n << BigInt(block * 8));
    return numberBytes(counter, block);
  };
  const iv = (ssc: Uint8Array) => (suite === '3DES' ? noIv(suite) : encrypt(suite, encryption, ssc));
  const macOf = (...parts: Uint8Array[]) => mac(suite, authentication, padded(concat(...parts), block));
  const hide = (data: Uint8Array, ssc: Uint8Array, objects: boolean): Uint8Array => {
    if (data.length === 0) return data;
    const hidden = encrypt(suite, encryption, padded(data, block), iv(ssc));
    return objects ? tlv(TAG.cipherOfObjects, hidden) : tlv(TAG.cipher, new Uint8Array([1]), hidden);
  };
  const reveal = (objects: readonly Tlv[], ssc: Uint8Array): Uint8Array | undefined => {
    const [found, ...more] = objects.filter(({ tag }) => tag === TAG.cipher || tag === TAG.cipherOfObjects);
    if (!found) return new Uint8Array();
    const indicated = found.tag === TAG.cipher;
    const hidden = found.value.subarray(indicated ? 1 : 0);
    if (more.length || (indicated && found.value[0] !== 1)) return undefined;
    if (hidden.length === 0 || hidden.length % block) return undefined;
    return unpadded(decrypt(suite, encryption, hidden, iv(ssc)));
  };
  /** The objects before the MAC, once it is the right one over them. */
  const authentic = (data: Uint8Array, ...before: Uint8Array[]): readonly Tlv[] | undefined => {
    const objects = readTlvs(data);
    const last = objects?.at(-1);
    if (!objects || last?.tag !== TAG.mac) return undefined;
    const covered = data.subarray(0, data.length - last.raw.length);
    return same(macOf(...before, covered), last.value) ? objects.slice(0, -1) : undefined;
  };
  return {
    protect(command) {
      const ssc = step();
      const head = new Uint8Array([command.cla | 0x0c, command.ins, command.p1, command.p2]);
      const hidden = hide(command.data, ssc, command.ins % 2 === 1);
      const { le } = command;
      const wanted = le === undefined ? new Uint8Array() : tlv(TAG.wanted, numberBytes(le, le > 256 ? 2 : 1));
      const code = tlv(TAG.mac, macOf(ssc, padded(head, block), hidden, wanted));
      const long = (le ?? 0) > 231 && (le ?? 0) !== 256;
      const data = concat(hidden, wanted, code);
      return commandBytes({ ...command, cla: command.cla | 0x0c, data, le: long ? 65_536 : 256 });
    },
    open(answer) {
      const ssc = step();
      const plain = parseResponse(answer);
      const objects = plain && authentic(plain.data, ssc);
      const told = objects?.find(({ tag }) => tag === TAG.status)?.value;
      const data = objects && reveal(objects, ssc);
      if (!plain || !data || !told || bigOf(told) !== BigInt(plain.sw)) return undefined;
      return { data, sw: plain.sw };
    },
    accept(command) {
      const ssc = step();
      const { cla, ins, p1, p2 } = command;
      const objects = authentic(command.data, ssc, padded(new Uint8Array([cla, ins, p1, p2]), block));
      const data = objects && reveal(objects, ssc);
      const wanted = objects?.find(({ tag }) => tag === TAG.wanted)?.value;
      if (!data || (wanted && (wanted.length < 1 || wanted.length > 2))) return undefined;
      const plain = { cla: cla & 0xf3, ins, p1, p2, data };
      if (!wanted) return plain;
      return { ...plain, le: Number(bigOf(wanted)) || (wanted.length === 2 ? 65_536 : 256) };
    },
    seal({ data, sw }, odd = false) {
      const ssc = step();
      const body = concat(hide(data, ssc, odd), tlv(TAG.status, numberBytes(sw, 2)));
      return responseBytes({ data: concat(body, tlv(TAG.mac, macOf(ssc, body))), sw });
    },
  };
}
