import { expect, test } from 'vitest';
import { byMatter } from './by-matter.ts';

const told = (id: string, about: string | null, row: string | null = null) => ({
  id,
  case: about,
  row: row === null ? null : { register: 'custody', id: row },
});

test('several messages about one matter are one line where the newest stands; others stay by themselves', () => {
  const all = [
    told('5', 'a'),
    told('4', null),
    told('3', 'b'),
    told('2', 'a'),
    told('1', null, 'r'),
    told('0', null, 'r'),
  ];
  expect(byMatter(all).map((group) => group.map(({ id }) => id))).toEqual([
    ['5', '2'],
    ['4'],
    ['3'],
    ['1', '0'],
  ]);
});
