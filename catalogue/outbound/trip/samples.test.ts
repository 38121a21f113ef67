import { describe, expect, test } from 'vitest';
import { problems } from './testing/trip.ts';
import * as samples from './samples.ts';

const single = {
  ownDelegation: samples.ownDelegation,
  friendshipDelegation: samples.friendshipDelegation,
  academicTrip: samples.academicTrip,
  trainingTrip: samples.trainingTrip,
  spanParticipant: samples.spanParticipant,
  spanLeader: samples.spanLeader,
};

describe('samples', () => {
  // An ordinary Monday, the day after a Spring Festival, the last day of a year, a leap day.
  const days = ['2026-03-02', '2026-02-24', '2026-12-31', '2028-02-29'];
  test.each(
    Object.entries(single).flatMap(([name, build]) => days.map((today) => [name, today, build] as const)),
  )('%s may be filed on %s', (_name, today, build) => {
    expect(problems(build({ today }), { today }).filter((p) => p.level !== 'info')).toEqual([]);
  });

  test('the own delegation is six persons, three countries, ten days, and nothing is even noted', () => {
    expect(problems(samples.ownDelegation({ today: '2026-03-02' }))).toEqual([]);
  });

  test('the culture week sends more than 80 people: one troupe and groups of six with tasks of their own', () => {
    const groups = samples.cultureWeek({ today: '2026-03-02' });
    const sizes = groups.map((g) => (Array.isArray(g.members) ? g.members.length : 0));
    expect(sizes).toEqual([60, 6, 6, 6, 6]);
    expect(new Set(groups.map((g) => g.purpose)).size).toBe(groups.length);
    for (const group of groups) expect(problems(group).filter((p) => p.level !== 'info')).toEqual([]);
  });

  test('no two people of the culture week share an identity number', () => {
    const ids = samples
      .cultureWeek({ today: '2026-03-02' })
      .flatMap((g) => (Array.isArray(g.members) ? g.members : []))
      .map((m: unknown) => (m instanceof Object && 'citizenId' in m ? m.citizenId : undefined));
    expect(new Set(ids).size).toBe(84);
  });
});
