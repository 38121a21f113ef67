import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPECIMEN_CAN, SPECIMEN_LINES, specimen } from '../../test/specimen.ts';
import { zoneKeyOf } from '../access/zone-key.ts';
import { fromHex, toHex } from '../bytes.ts';
import { CURVES } from '../cipher/curve.ts';
import type { Suite } from '../cipher/suite.ts';
import { DATA_GROUPS } from '../file/data-groups.ts';
import { readBook } from '../reader/read-book.ts';
import { bookCard } from './book-card.ts';
import type { BookContent } from './book-content.ts';

let content: BookContent;
let older: BookContent;
beforeAll(async () => {
  ({ content } = await specimen());
  ({ content: older } = await specimen({ pace: [] }));
});

const zone = zoneKeyOf(SPECIMEN_LINES);
if (!zone) throw new Error('the lines of the specimen do not hold');
const over = (book: BookContent) => {
  const card = bookCard(book);
  return async (command: Uint8Array) => card.transmit(command);
};
const APPLICATION = '00A4040C07A0000002471001';

describe('a book opens to whoever holds it', () => {
  it('with the printed zone by PACE, and everything in it is read', async () => {
    const read = await readBook(over(content), { zone });
    expect(read.access).toBe('pace');
    expect([...read.groups.keys()]).toEqual([1, 2, 11, 14, 15]);
    for (const [group, bytes] of read.groups)
      expect(bytes).toEqual(content.files.get(DATA_GROUPS[group - 1]?.file ?? 0));
    expect(read.chipAuthentication).toBe('proved');
    expect(read.activeAuthentication).toBe('proved');
  });

  it('with the card access number', async () => {
    expect(await readBook(over(content), { can: SPECIMEN_CAN })).toMatchObject({ access: 'pace' });
  });

  it('with the printed zone by basic access control, where it offers nothing newer', async () => {
    const read = await readBook(over(older), { zone });
    expect(read).toMatchObject({ access: 'basic', chipAuthentication: 'proved', closed: [] });
  });

  const suites: readonly Suite[] = ['3DES', 'AES-128', 'AES-192', 'AES-256'];
  it.each(suites.flatMap((suite) => CURVES.slice(0, 3).map((curve) => ({ suite, curve, name: curve.name }))))(
    'by PACE over $name with $suite',
    async ({ suite, curve }) => {
      const { content: book } = await specimen({ pace: [{ suite, curve }] });
      expect(await readBook(over(book), { zone })).toMatchObject({
        access: 'pace',
        chipAuthentication: 'proved',
      });
    },
  );

  it('a photograph beyond 32 767 bytes is read to its end', async () => {
    const { content: large } = await specimen({ photo: longPhoto(70_000) });
    const read = await readBook(over(large), { zone });
    expect(read.groups.get(2)).toEqual(large.files.get(0x0102));
  });
});

/** A protected command whose MAC lost its last byte, every length adapted to it. */
function withCutMac(command: Uint8Array): Uint8Array {
  const at = command.length - 11;
  const cut = [...command.subarray(0, at), 0x8e, 0x07, ...command.subarray(at + 2, at + 9), 0];
  return new Uint8Array(cut.map((byte, place) => (place === 4 ? byte - 1 : byte)));
}

/** A JPEG that says its size and goes on for long. */
function longPhoto(length: number): Uint8Array {
  return new Uint8Array(
    Buffer.concat([
      fromHex('FFD8 FFC0 000B 08 0213 019D 01 011100'),
      Buffer.alloc(length, 0x20),
      fromHex('FFD9'),
    ]),
  );
}

describe('a book stays closed', () => {
  it('nothing of the application is read before access control, by name or by short identifier', () => {
    const card = bookCard(content);
    const ask = (command: string) => toHex(card.transmit(fromHex(command)));
    expect(ask('00B0000000')).toBe('6985');
    expect(ask(APPLICATION)).toBe('9000');
    expect(ask('00B0000000')).toBe('6982');
    expect(ask('00A4020C020101')).toBe('6982');
    for (let sfi = 1; sfi < 31; sfi += 1)
      expect(ask(`00B0${(0x80 | sfi).toString(16)}0000`), `file ${sfi}`).toBe('6982');
    expect(ask('00B1000003540100 00')).toBe('6982');
    expect(ask('0088000008000000000000000000')).toBe('6982');
  });

  it('a zone with one wrong digit opens it neither way', async () => {
    const wrong = { ...zone, number: 'L898902C4' };
    await expect(readBook(over(content), { zone: wrong })).rejects.toMatchObject({
      code: 'wrong-key',
      sw: 0x6300,
    });
    await expect(readBook(over(older), { zone: wrong })).rejects.toMatchObject({
      code: 'wrong-key',
      sw: 0x6300,
    });
    await expect(readBook(over(content), { can: '500541' })).rejects.toMatchObject({ code: 'wrong-key' });
  });

  it('a challenge is good for one answer', () => {
    const card = bookCard(older);
    card.transmit(fromHex(APPLICATION));
    card.transmit(fromHex('0084000008'));
    const guess = fromHex(`0082000028${'00'.repeat(40)}28`);
    expect(toHex(card.transmit(guess))).toBe('6300');
    expect(toHex(card.transmit(guess))).toBe('6985');
  });

  it('a repeated command, a changed one and one in the clear end the session', async () => {
    for (const disturb of ['repeat', 'change', 'cut', 'clear'] as const) {
      const card = bookCard(content);
      const sent: Uint8Array[] = [];
      await readBook(
        async (command) => {
          sent.push(command);
          return card.transmit(command);
        },
        { zone },
      );
      const last = sent.at(-1) ?? new Uint8Array();
      const changed = last.map((byte, at) => (at === 9 ? byte ^ 1 : byte));
      const shorter = withCutMac(last);
      const clear = fromHex('00B0000000');
      const disturbance = { repeat: last, change: changed, cut: shorter, clear }[disturb];
      expect(toHex(card.transmit(disturbance)), disturb).toBe(disturb === 'clear' ? '6982' : '6988');
      // Even the right next command finds no session any more.
      expect(toHex(card.transmit(last)), disturb).toBe('6987');
      expect(toHex(card.transmit(fromHex('00B09E0000'))), disturb).toBe('6982');
    }
  });

  it('power off forgets everything', async () => {
    const card = bookCard(content);
    await readBook(async (command) => card.transmit(command), { zone });
    card.reset();
    expect(toHex(card.transmit(fromHex('0CB0000000')))).toBe('6987');
    expect(toHex(card.transmit(fromHex('00B09C0000'))).slice(-4)).toBe('9000');
  });
});

describe('whatever arrives, a book answers with a status', () => {
  const statusOf = (answer: Uint8Array) => {
    expect(answer.length).toBeGreaterThanOrEqual(2);
    expect([0x6, 0x9]).toContain((answer.at(-2) ?? 0) >> 4);
  };

  it('to any bytes', () => {
    const card = bookCard(content);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => statusOf(card.transmit(bytes))),
      { numRuns: 2000 },
    );
  });

  it('to commands it knows, with any parameters and data, in any order', () => {
    const card = bookCard(content);
    const command = fc.tuple(
      fc.constantFrom(0x00, 0x0c, 0x10),
      fc.constantFrom(0xa4, 0xb0, 0xb1, 0x84, 0x82, 0x22, 0x86, 0x88),
      fc.constantFrom(0x00, 0x02, 0x04, 0x41, 0xc1, 0x9e, 0xff),
      fc.constantFrom(0x00, 0x0c, 0xa4, 0xff),
      fc.oneof(fc.uint8Array({ maxLength: 90 }), fc.constantFrom(...KNOWN.map(fromHex))),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 6 }), (commands) => {
        for (const [cla, ins, p1, p2, data] of commands)
          statusOf(card.transmit(new Uint8Array([cla, ins, p1, p2, data.length, ...data, 0])));
      }),
      { numRuns: 500 },
    );
  });

  it('to a real conversation in which one byte was changed, and gives nothing away for it', async () => {
    const sent: Uint8Array[] = [];
    const first = bookCard(content);
    await readBook(
      async (command) => {
        sent.push(command);
        return first.transmit(command);
      },
      { zone },
    );
    fc.assert(
      fc.property(fc.nat(11), fc.nat(200), fc.integer({ min: 1, max: 255 }), (which, at, by) => {
        const card = bookCard(content);
        sent.slice(0, 12).forEach((command, place) => {
          const damaged =
            place === which
              ? command.map((byte, n) => (n === at % command.length ? byte ^ by : byte))
              : command;
          const answer = card.transmit(damaged);
          statusOf(answer);
          // Played to another chip, whose chance is another, an old conversation opens nothing.
          if (damaged === command && command[0] === 0x0c) expect(toHex(answer)).toBe('6987');
        });
      }),
      { numRuns: 60 },
    );
  });
});

const KNOWN = [
  'A0000002471001',
  '3F00',
  '011C',
  '7C00',
  '7C028000',
  '800A04007F00070202040202830101',
  '800A04007F0007020204020283010284010D',
  '540101',
];
