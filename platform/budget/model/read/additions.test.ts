import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Fixture, fixtureBytes, readBytes } from '../testing.ts';
import { added, additions } from './additions.ts';
import { costumeFor, diceOf, dress } from './disguise.ts';
import type { ReadDisclosure } from './read.ts';
import { silent } from './silent.ts';

const names: readonly Fixture[] = ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'];
const offices: Record<Fixture, string> = {
  'hebei-fao-2024': '河北省人民政府外事办公室',
  'shanxi-fao-2024': '山西省人民政府外事办公室',
  'shijiazhuang-fao-2024': '石家庄市人民政府外事办公室',
};
const text = (name: Fixture) =>
  new TextDecoder().decode(fixtureBytes(`${name}.txt`)).replace(/(\d)\. (\d\d)(?!\d)/g, '$1.$2');
const read = (words: string) => readBytes(new TextEncoder().encode(words));

const readings = new Map<Fixture, ReadDisclosure>();

beforeAll(async () => {
  for (const name of names) readings.set(name, await read(text(name)));
});

function good(name: Fixture): ReadDisclosure {
  const reading = readings.get(name);
  if (reading === undefined) throw new Error(name);
  return reading;
}

describe('what layout puts into a text changes no number without a word', () => {
  for (const what of additions)
    test(`${what}, anywhere`, { timeout: 240_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...names),
          fc.integer(),
          fc.integer({ min: 1, max: 6 }),
          async (name, seed, times) => {
            const dice = diceOf(seed);
            let lines = text(name).split('\n');
            for (let time = 0; time < times; time += 1) lines = added(lines, what, dice, offices[name]);
            expect(silent(good(name), await read(lines.join('\n')))).toEqual([]);
          },
        ),
        { numRuns: 25 },
      );
    });

  test('all of them, in the text of an office that does not exist', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.integer(),
        fc.array(fc.constantFrom(...additions), { minLength: 2, maxLength: 12 }),
        async (name, seed, list) => {
          const dice = diceOf(seed);
          const dressed = dress(
            text(name),
            costumeFor(text(name), { names: [], projectCodes: [], years: [] }, dice),
          );
          let lines = dressed.split('\n');
          for (const what of list) lines = added(lines, what, dice, offices[name]);
          expect(silent(await read(dressed), await read(lines.join('\n')))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
