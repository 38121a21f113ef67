import { expect, it } from 'vitest';
import type { OrgTree } from '@zhitongche/access';
import { registerReach, rowClearance, takesMove } from './register-access.ts';

const tree = {
  get: (id: string) => ({ id, parent: null, kind: 'city' }),
  contains: (outer: string, inner: string) => outer === inner,
} as unknown as OrgTree;
const actor = {
  grants: [
    { role: 'city-leader', org: 'a' },
    { role: 'city-reviewer', org: 'b' },
  ],
} as const;

it('a value seen by a post in one city stays masked in another where the same person has another post', () => {
  const readers = [
    { roles: ['city-leader'], rows: 'reach', clearance: 'sensitive' },
    { roles: ['city-reviewer'], rows: 'reach' },
  ] as const;
  const reach = registerReach({ readers, keepers: ['handler'] }, actor, tree, ['a', 'b', 'c']);
  expect([rowClearance(reach, 'a'), rowClearance(reach, 'b')]).toEqual(['sensitive', 'open']);
  expect(reach.seen.toSorted()).toEqual(['a', 'b']);
});

it('a move that names a role is taken where that role reaches the row, nowhere else', () => {
  expect(takesMove(actor, ['city-leader'], tree, 'a')).toBe(true);
  expect(takesMove(actor, ['city-leader'], tree, 'b')).toBe(false);
});
