import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPECIMEN_LINES, specimen } from '../../test/specimen.ts';
import { zoneKeyOf } from '../access/zone-key.ts';
import { bookCard } from '../card/book-card.ts';
import type { BookContent } from '../card/book-content.ts';
import { ReadFault } from './dialogue.ts';
import { readBook } from './read-book.ts';

let content: BookContent;
beforeAll(async () => {
  ({ content } = await specimen());
});
const zone = zoneKeyOf(SPECIMEN_LINES);
if (!zone) throw new Error('the lines of the specimen do not hold');
const secret = { zone };

/** How a reading ends: with what was read, or with a fault that says why. Nothing else may come out. */
const ending = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (fault: unknown) => {
      if (fault instanceof ReadFault) return fault.code;
      throw fault;
    },
  );

describe('a reader before a chip that is none', () => {
  it('any answers end in a fault that says why', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 8 }),
        async (answers) => {
          let turn = 0;
          const end = await ending(
            readBook(async () => answers[turn++ % answers.length] ?? new Uint8Array(), secret),
          );
          expect(end).not.toBe('read');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('one changed byte anywhere in a protected conversation ends it', async () => {
    let length = 0;
    const card = bookCard(content);
    await readBook(async (command) => {
      length += 1;
      return card.transmit(command);
    }, secret);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 9, max: length - 1 }),
        fc.nat(255),
        fc.integer({ min: 1, max: 255 }),
        async (which, at, by) => {
          const chip = bookCard(content);
          let turn = 0;
          const end = await ending(
            readBook(async (command) => {
              const answer = chip.transmit(command);
              return turn++ === which
                ? answer.map((byte, n) => (n === at % answer.length ? byte ^ by : byte))
                : answer;
            }, secret),
          );
          // Only the very last answer proves the chip, and what fails there is told as its failure.
          expect(end).toBe(which === length - 1 ? 'read' : 'not-authentic');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a copy without the keys of the chip is told from it', async () => {
    const { content: other } = await specimen();
    const { chipKey, activeKey } = other;
    if (!chipKey || !activeKey) throw new Error('the other book has no keys');
    const card = bookCard({ ...content, chipKey, activeKey });
    expect(await readBook(async (command) => card.transmit(command), secret)).toMatchObject({
      chipAuthentication: 'failed',
      activeAuthentication: 'failed',
    });
  });

  it('a chip without proofs of its own is read all the same', async () => {
    const { chipKey, activeKey, ...bare } = content;
    const card = bookCard(bare);
    expect([chipKey, activeKey]).not.toContain(undefined);
    expect(await readBook(async (command) => card.transmit(command), secret)).toMatchObject({
      chipAuthentication: 'failed',
      activeAuthentication: 'failed',
      access: 'pace',
    });
  });
});
