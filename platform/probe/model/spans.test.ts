import fc from 'fast-check';
import { expect, test } from 'vitest';
import { common, lengthOf, merged, type Span, without } from './spans.ts';

const span = fc.record({ from: fc.nat(60), to: fc.nat(60) });
const spans = fc.array(span, { maxLength: 8 });
/** What a stretch of time is, minute by minute. */
const minutes = (of: readonly Span[]): ReadonlySet<number> =>
  new Set(of.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)));

test('what is merged, in both, or left over is the same as minute by minute', () => {
  fc.assert(
    fc.property(spans, spans, (one, other) => {
      const [a, b] = [minutes(one), minutes(other)];
      expect([...minutes(merged(one))]).toEqual([...a].sort((x, y) => x - y));
      expect(minutes(common(one, other))).toEqual(new Set([...a].filter((n) => b.has(n))));
      expect(minutes(without(one, other))).toEqual(new Set([...a].filter((n) => !b.has(n))));
      expect(lengthOf(one)).toBe(a.size);
    }),
  );
});
