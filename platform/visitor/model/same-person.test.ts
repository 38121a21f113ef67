import { expect, test } from 'vitest';
import { samePerson } from './same-person.ts';

test('a citizen’s number is one person’s under any name; another number only under the same name and kind', () => {
  const seen = { kind: 'passport', name: 'Anna Kowalska' } as const;
  expect(samePerson(seen, { kind: 'passport', name: 'KOWALSKA' })).toBe(false);
  expect(samePerson(seen, { kind: 'permit', name: 'Anna Kowalska' })).toBe(false);
  expect(samePerson(seen, { kind: 'passport', name: 'ANNA  KOWALSKA' })).toBe(true);
  expect(samePerson(seen, { name: 'anna kowalska' })).toBe(true);
  expect(samePerson(seen, { name: 'Boris' })).toBe(false);
  expect(samePerson({ kind: 'citizen-id', name: '张三' }, { kind: 'citizen-id', name: '张叁' })).toBe(true);
});
