import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepRating, type KeptRating, memoryOf, withoutTaken } from './kiosk-store.ts';

const rating = (id: string): KeptRating => ({
  id,
  day: '2026-03-10',
  answer: { mark: 1, reasons: ['slow'] },
});

test('whatever comes and is sent in whatever order, each rating is kept until it has arrived and no longer', () => {
  const steps = fc.array(fc.oneof(fc.constant('rated'), fc.integer({ min: 0, max: 9 })), { maxLength: 60 });
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (all, chance) => {
      const random = () => chance.next().value as number;
      let kept: readonly KeptRating[] = [];
      const [given, sent]: [string[], string[]] = [[], []];
      for (const step of all) {
        if (step === 'rated') {
          given.push(`r${given.length}`);
          kept = keepRating(kept, rating(given.at(-1) ?? ''), random);
        } else {
          const taken = kept.slice(0, step).map(({ id }) => id);
          sent.push(...taken);
          kept = withoutTaken(kept, taken);
        }
      }
      expect([...sent, ...kept.map(({ id }) => id)].sort()).toEqual(given.sort());
      expect(new Set(sent).size).toBe(sent.length);
    }),
  );
});

test('a rating may come to lie at any place among those kept, so that their order tells nobody who came when', () => {
  const three = ['a', 'b', 'c'].map(rating);
  const places = [0, 0.26, 0.51, 0.76].map((chance) =>
    keepRating(three, rating('new'), () => chance).findIndex(({ id }) => id === 'new'),
  );
  expect(places).toEqual([0, 1, 2, 3]);
});

test('once all has arrived nothing of the last person is left', () => {
  const memory = { kiosk: 'k', secret: 's', window: '3号窗口', sheet: {}, ratings: [rating('only-this')] };
  const after = { ...memory, ratings: withoutTaken(memory.ratings, ['only-this']) };
  expect(JSON.stringify(after)).not.toMatch(/only-this|slow|2026-03-10/);
});

test('a memory somebody spoilt is none', () => {
  for (const kept of [null, undefined, [], 7, 'x', { kiosk: 1 }, { secret: 's', ratings: 3 }])
    expect(memoryOf(kept)).toBeNull();
});
