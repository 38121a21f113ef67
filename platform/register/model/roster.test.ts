import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Demand, demandsOf, type Roster, rosterGaps, type Turn, turnSlot } from './roster.ts';

const roster: Roster = {
  post: 'post',
  shift: 'shift',
  day: 'day',
  person: 'person',
  posts: { lead: { label: '主班', needs: 'duty.lead' }, second: { label: '副班', needs: 'duty.second' } },
  shifts: {
    day: { label: '白班', from: '08:30', to: '17:30', on: 'workday' },
    night: { label: '夜班', from: '17:30', to: '08:30', on: 'workday' },
    whole: { label: '全天', from: '08:30', to: '08:30', on: 'restday' },
  },
  stands: ['planned'],
  mayStand: ['handler'],
};
// 30 November 2026 is a Monday, 5 December a Saturday.
const calendar = { isWorkingDay: (day: string) => day !== '2026-12-05' };
const one = { number: () => 1 };

test('a night shift runs into the morning, a rest day is one shift of twenty-four hours', () => {
  expect(turnSlot(roster, { day: '2026-12-04', shift: 'night' })).toEqual({
    from: '2026-12-04T09:30:00.000Z',
    to: '2026-12-05T00:30:00.000Z',
  });
  const demands = demandsOf(roster, ['2026-12-04', '2026-12-05'], calendar, one);
  expect(demands.map(({ day, shift, post }) => `${day.slice(8)} ${shift} ${post}`)).toEqual([
    '04 day lead',
    '04 day second',
    '04 night lead',
    '04 night second',
    '05 whole lead',
    '05 whole second',
  ]);
});

const minute = (n: number): string => new Date(Date.UTC(2026, 10, 30, 0, n)).toISOString();
const spans = fc
  .tuple(fc.integer({ min: -20, max: 70 }), fc.integer({ min: 1, max: 50 }))
  .map(([from, long]) => ({ from: minute(from), to: minute(from + long) }));
const posts = fc.constantFrom('lead', 'second');
const turns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc
    .tuple(spans, posts, fc.constantFrom('甲', '乙', '丙'))
    .map(([span, post, person]) => ({ ...span, post, person })),
  { maxLength: 8 },
);

test('for every minute a gap says exactly how many are missing, and where nobody is there is none', () => {
  fc.assert(
    fc.property(turns, posts, fc.integer({ min: 0, max: 3 }), (held, post, needs) => {
      const demand: Demand = {
        post,
        needs,
        shift: 'day',
        day: '2026-11-30',
        from: minute(0),
        to: minute(60),
      };
      const gaps = rosterGaps([demand], held);
      for (let n = 0; n < 60; n++) {
        const there = held.filter(({ from, to }) => from <= minute(n) && minute(n) < to);
        // Nobody is two: whoever stands at two posts holds the one entered first.
        const persons = [...new Set(there.map(({ person }) => person))];
        const at = persons.filter(
          (name) => there.find(({ person }) => person === name)?.post === post,
        ).length;
        const here = gaps.filter(({ from, to }) => from <= minute(n) && minute(n) < to);
        expect(here.map(({ missing }) => missing)).toEqual(at < needs ? [needs - at] : []);
      }
    }),
  );
});

test('gaps lie within their demand, one after the other, and two beside each other differ', () => {
  fc.assert(
    fc.property(turns, (held) => {
      const demand: Demand = {
        post: 'lead',
        needs: 2,
        shift: 'day',
        day: '2026-11-30',
        from: minute(0),
        to: minute(60),
      };
      const gaps = rosterGaps([demand], held);
      for (const [n, gap] of gaps.entries()) {
        expect(gap.from >= demand.from && gap.to <= demand.to && gap.from < gap.to).toBe(true);
        const next = gaps[n + 1];
        if (next) expect(gap.to < next.from || gap.missing !== next.missing).toBe(true);
      }
    }),
  );
});
