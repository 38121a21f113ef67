import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, canonicalJson, linkEvent, verifyChain } from './chain.ts';
import type { StoredEvent } from './event.ts';
import { story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const chained = (): readonly StoredEvent[] => {
  const s = story(toy).submit().act('window', { act: 'agree' }).act('handler@outbound', { act: 'agree' });
  let prev = CHAIN_START;
  return s.events.map(({ at, doer, body }, index) => {
    const event = linkEvent(prev, { seq: index + 1, at, zone: 'inner', doer, body }, digest);
    prev = event.digest;
    return event;
  });
};

describe('canonical JSON', () => {
  it('has one spelling per value: keys by code unit, no blanks, absent members left out', () => {
    // The order of RFC 8785 §3.2.3.
    const value = { '€': 1, '\r': 2, '\ufb33': 3, 1: 4, '😀': 5, '\u0080': 6, ö: 7, gone: undefined };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('writes numbers as RFC 8785 does', () => {
    const numbers = [1 / 3, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0];
    expect(canonicalJson(numbers)).toBe('[0.3333333333333333,1e+30,4.5,0.002,1e-27,0]');
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      { a: [1n] },
      undefined,
      new Date(0),
      [undefined],
    ]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  it('does not depend on the order keys were set in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});

describe('the chain of events', () => {
  it('proves an untouched log whole, also after a round through storage', () => {
    const events = JSON.parse(JSON.stringify(chained())) as StoredEvent[];
    expect(verifyChain(events, digest)).toEqual({ ok: true, head: events.at(-1)?.digest });
    expect(verifyChain([], digest)).toEqual({ ok: true, head: CHAIN_START });
  });

  it('names the first event that is missing, moved or doubled', () => {
    const events = chained();
    const without = [...events.slice(0, 2), ...events.slice(3)];
    expect(verifyChain(without, digest)).toEqual({ ok: false, seq: 3, why: 'number' });
    const renumbered = without.map((event, index) => ({ ...event, seq: index + 1 }));
    expect(verifyChain(renumbered, digest)).toEqual({ ok: false, seq: 3, why: 'link' });
    const [a, b, ...rest] = events;
    if (a && b) expect(verifyChain([b, a, ...rest], digest)).toMatchObject({ ok: false, seq: 1 });
  });

  it('finds any changed character, wherever it stands', () => {
    const events = chained();
    const texts = events.map((event) => JSON.stringify(event));
    fc.assert(
      fc.property(
        fc.nat(events.length - 1),
        fc.nat(),
        fc.constantFrom('0', '1', 'a', 'Z', '中'),
        (n, at, char) => {
          const text = texts[n] ?? '';
          const place = at % text.length;
          const changed = text.slice(0, place) + char + text.slice(place + 1);
          let forged: StoredEvent;
          try {
            forged = JSON.parse(changed) as StoredEvent;
          } catch {
            return;
          }
          fc.pre(JSON.stringify(forged) !== text);
          const log = events.map((event, index) => (index === n ? forged : event));
          expect(verifyChain(log, digest)).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds a log cut and continued by someone else', () => {
    const events = chained();
    const [first] = events;
    if (!first) throw new Error('no events');
    const forged = linkEvent(CHAIN_START, { ...first, at: '2020-01-01T00:00:00.000Z' }, digest);
    expect(verifyChain([forged, ...events.slice(1)], digest)).toEqual({ ok: false, seq: 2, why: 'link' });
  });

  it('reports hostile rows instead of failing on them', () => {
    const [first] = chained();
    if (!first) throw new Error('no events');
    const hostile = { ...first, body: { type: 'closed', outcome: Number.NaN } } as unknown;
    expect(verifyChain([hostile as StoredEvent], digest)).toEqual({ ok: false, seq: 1, why: 'digest' });
  });
});
