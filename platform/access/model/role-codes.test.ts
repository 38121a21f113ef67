import { expect, test } from 'vitest';
import { builtInRoles, codeProblems, grantsOf } from './office-roles.ts';
import {
  BUSINESS_ROLES,
  DESK_ROLES,
  HOME_ROLES,
  declareRole,
  isRole,
  officePost,
  roleLabel,
} from './roles.ts';

test('a folder declares a code the platform never heard of, and every list of roles knows it', () => {
  expect(isRole('stamp-keeper')).toBe(false);
  const keeper = declareRole('stamp-keeper', officePost('用印管理员', ['office']));
  expect(isRole('stamp-keeper')).toBe(true);
  expect([
    roleLabel(keeper),
    BUSINESS_ROLES.includes(keeper),
    DESK_ROLES.includes(keeper),
    HOME_ROLES.includes(keeper),
  ]).toEqual(['用印管理员', true, true, false]);
  expect(builtInRoles().at(-1)).toEqual({ role: keeper, label: '用印管理员', codes: [keeper] });
  expect(grantsOf([{ role: 'stamp-keeper', org: 'a', own: null }])).toEqual([{ role: keeper, org: 'a' }]);
  expect(codeProblems(['window', keeper])).toEqual([]);
  expect(codeProblems(['signer', keeper]).map(({ code }) => code)).toEqual(['role.exclusive']);
});

test('the same code twice alike is one; twice differently, or one that looks like another kind, is a bug', () => {
  const def = officePost('档案员');
  expect(declareRole('archivist', def)).toBe(declareRole('archivist', officePost('档案员')));
  expect(() => declareRole('archivist', officePost('档案管理员'))).toThrow('archivist');
  for (const key of ['window', 'own-archivist', 'stamp-admin', 'Archivist', 'x'.repeat(33)])
    expect(() => declareRole(key, def), key).toThrow(key);
});
