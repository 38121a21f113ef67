import { sampleContext, type Story } from '@zhitongche/case/testing';
import { outboundTrip } from '../../../catalogue/outbound/trip/index.ts';
import { built, textOf } from '../../../catalogue/outbound/trip/testing/papers.ts';
import { begun, rowsOf } from '../../../catalogue/outbound/trip/testing/roads.ts';
import { describe, expect, test } from 'vitest';
import { dataOf, requestOf } from './testing/after.ts';
import { figuresOf, plain } from './testing/figures.ts';
import { answersOf, day } from './testing/filing.ts';
import { workedTrips } from './testing/table/index.ts';
import type { WorkedTrip } from './testing/trip.ts';
import { deciderOf, nameOf, papersOf, walk, walkRequest } from './testing/walk.ts';
import { saidOf, worldOf } from './testing/world.ts';

/** Filed with a reason for whatever the rules ask one for, and walked to its papers. */
const approved = (trip: WorkedTrip): Story => {
  const answers = answersOf(trip.filing);
  const s = begun(worldOf(trip, answers));
  const why = (trip.says.warn ?? '').split(' ').filter((code) => code !== '');
  s.act('filer', {
    act: 'submit',
    answers,
    explanations: Object.fromEntries(why.map((code) => [code, '情况说明见请示。'])),
  });
  return walk(s, trip.road, trip.decides).issueAll();
};

const dueDays = (s: Story): readonly unknown[] => [
  ...new Set(rowsOf('passport-custody', s).map((row) => row.due)),
];

describe.each(workedTrips)('$n $title', (trip) => {
  const answers = answersOf(trip.filing);
  const world = worldOf(trip, answers);

  test('days, nights, money and entries are those worked out by hand', () => {
    const context = sampleContext(outboundTrip.policies, world);
    expect(figuresOf(outboundTrip.derive(answers, context))).toEqual({
      days: trip.days,
      countries: trip.countries,
      stays: trip.stays,
      money: plain(trip.money),
      total: trip.total,
      missing: [],
      entries: trip.entries,
    });
  });

  test('the rules say what they must, and nothing else', () => {
    expect(saidOf(answers, world)).toEqual(trip.says);
  });

  if (trip.first)
    test('what was filed first is stopped', () => {
      const { stops, remembered, ...other } = trip.first ?? { stops: '' };
      const filed = answersOf({ ...trip.filing, ...other });
      expect(saidOf(filed, worldOf(trip, filed, remembered)).block).toBe(stops);
    });

  test('it takes the road of the table to whoever decides, and leaves with its papers', () => {
    const s = approved(trip);
    expect(s.state.step).toBe('abroad');
    expect(deciderOf(s)).toBe(trip.decides);
    expect(papersOf(s)).toBe(trip.papers);
    expect(dueDays(s)).toEqual([day(trip.due)]);
    const allows = textOf(
      built(s, s.state.papers.some(({ paper }) => paper === 'approval') ? 'approval' : 'confirmation'),
    );
    for (const words of [
      `前往${trip.countries}`,
      `在外停留${trip.days}天`,
      ...(trip.road.endsWith('上报') ? [`已经${trip.decides}批准`] : []),
    ])
      expect(allows).toContain(words);
    for (const [paper, reads] of Object.entries(trip.reads ?? {})) {
      const text = textOf(built(s, nameOf(paper)));
      for (const words of reads) expect(text).toContain(words);
    }
  });

  if (trip.after)
    test('what comes after the approval is decided by whoever approved', () => {
      const { after } = trip;
      if (!after) return;
      const s = approved(trip);
      const before = s.state.papers.length;
      requestOf(s, after, dataOf(trip, after));
      if (after.road) walkRequest(s, after.asks, after.road, trip.decides).issueAll();
      expect(s.state.step).toBe(
        { return: 'after-trip', revocation: 'hand-in' }[after.asks as string] ?? 'abroad',
      );
      expect(papersOf(s, before)).toBe(after.papers ?? '');
      if (after.due) expect(dueDays(s)).toEqual([day(after.due)]);
      expect(s.state.papers.every(({ revoked }) => Boolean(revoked) === (after.asks === 'revocation'))).toBe(
        true,
      );
    });
});
