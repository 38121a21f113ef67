import { expect, test } from 'vitest';
import { givenIn } from './given.ts';

test('what stands in a form that is opened counts as left, cell by cell; what is blank does not', () => {
  const answers = {
    name: '林若谷',
    note: '',
    members: [{ name: '甲', citizenId: '1' }, { name: '' }],
    scan: [{ id: 'a', name: '请示.pdf', digest: '0' }],
    countries: ['日本'],
  };
  expect([...givenIn(answers)]).toEqual([
    'name',
    'members.0.name',
    'members.0.citizenId',
    'scan',
    'countries',
  ]);
});
