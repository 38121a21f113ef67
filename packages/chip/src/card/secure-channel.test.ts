import { describe, expect, it } from 'vitest';
import { vector } from '../../test/vectors.ts';
import { fromHex, toHex } from '../bytes.ts';
import type { Suite } from '../cipher/suite.ts';
import { cmac } from '../cipher/suite.ts';
import { parseCommand } from './apdu.ts';
import { keysOf, secureChannel } from './secure-channel.ts';

const keysIn = (id: string) => {
  const step = vector('bac', id);
  const of = (name: string) => fromHex(step[name] ?? '');
  const suite = '3DES' as const;
  return { suite, encryption: of('ks_enc'), authentication: of('ks_mac'), counter: of('ssc_before') };
};

describe('secure messaging by Doc 9303-11, appendix D.4', () => {
  it.each(['sm-select-efcom', 'sm-read-4'])('%s: command and answer are those of the standard', (id) => {
    const step = vector('bac', id);
    const reader = secureChannel(keysIn(id));
    const command = parseCommand(fromHex(step['command'] ?? ''));
    expect(command && toHex(reader.protect(command))).toBe(step['protected_command']);
    const answer = reader.open(fromHex(step['protected_response'] ?? ''));
    expect(answer && toHex(answer.data)).toBe(step['response_data']);

    const card = secureChannel(keysIn(id));
    const arrived = parseCommand(fromHex(step['protected_command'] ?? ''));
    const plain = arrived && card.accept(arrived);
    expect(plain).toMatchObject({ ins: command?.ins, p1: command?.p1, p2: command?.p2 });
    expect(plain?.le).toBe(command?.le);
    const data = fromHex(step['response_data'] ?? '');
    expect(toHex(card.seal({ data, sw: 0x9000 }))).toBe(step['protected_response']);
  });

  it('CMAC is the one of NIST SP 800-38B, appendix D.1', () => {
    const key = fromHex('2B7E151628AED2A6ABF7158809CF4F3C');
    const message = '6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411';
    expect(toHex(cmac('AES-128', key, new Uint8Array()))).toBe('BB1D6929E95937287FA37D129B756746');
    expect(toHex(cmac('AES-128', key, fromHex(message).subarray(0, 16)))).toBe(
      '070A16B46B4D4144F79BDD9DD04A287C',
    );
    expect(toHex(cmac('AES-128', key, fromHex(message)))).toBe('DFA66747DE9AE63030CA32611497C827');
  });

  const suites: readonly Suite[] = ['3DES', 'AES-128', 'AES-192', 'AES-256'];
  it.each(suites)('%s: what one end protects the other reads, once and unchanged', (suite) => {
    const keys = keysOf(suite, fromHex('00112233445566778899AABBCCDDEEFF'));
    const [reader, card] = [secureChannel(keys), secureChannel(keys)];
    for (const length of [0, 1, 15, 16, 255, 300]) {
      const data = new Uint8Array(length).fill(7);
      const command = { cla: 0, ins: 0xd6, p1: 1, p2: 2, data, le: 256 };
      const arrived = parseCommand(reader.protect(command));
      expect(arrived && card.accept(arrived)).toEqual(command);
      expect(reader.open(card.seal({ data, sw: 0x6282 }))).toEqual({ data, sw: 0x6282 });
    }
  });

  it('a repeated command, a cut MAC and a changed byte are not accepted', () => {
    const keys = keysOf('AES-128', fromHex('00112233445566778899AABBCCDDEEFF'));
    const sent = secureChannel(keys).protect({
      cla: 0,
      ins: 0xb0,
      p1: 0,
      p2: 0,
      data: new Uint8Array(),
      le: 4,
    });
    const arrived = parseCommand(sent);
    if (!arrived) throw new Error('the reader sent no command');
    const card = secureChannel(keys);
    expect(card.accept(arrived)).toBeDefined();
    expect(card.accept(arrived)).toBeUndefined();
    const cut = fromHex(toHex(arrived.data).replace(/8E08(.{14})..$/, '8E07$1'));
    expect(cut.length).toBe(arrived.data.length - 1);
    expect(secureChannel(keys).accept({ ...arrived, data: cut })).toBeUndefined();
    expect(secureChannel(keys).accept({ ...arrived, p2: 1 })).toBeUndefined();
    for (let at = 0; at < arrived.data.length; at += 1) {
      const data = arrived.data.map((byte, place) => (place === at ? byte ^ 1 : byte));
      expect(secureChannel(keys).accept({ ...arrived, data }), `byte ${at}`).toBeUndefined();
    }
  });
});
