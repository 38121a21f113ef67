import { expect, test } from 'vitest';
import { builtInRoles, codeProblems, grantsOf, OWN_ROLE, placesOf, reachOf } from './office-roles.ts';
import { isRole, ROLES } from './roles.ts';

const told = (...codes: string[]) =>
  codeProblems(codes).map(({ code, basis }) => `${code} ${basis?.title ?? ''}`.trim());

test('every office begins with the roles there are, each standing for itself', () => {
  expect(builtInRoles().map(({ role, codes }) => [role, codes])).toEqual(
    Object.keys(ROLES)
      .filter((role) => role !== 'visitor')
      .map((role) => [role, [role]]),
  );
  expect(builtInRoles().some(({ role }) => role.startsWith(OWN_ROLE))).toBe(false);
});

test('a role of two codes is what both are, where both may be held', () => {
  expect(told('passport-officer', 'window')).toEqual([]);
  expect(placesOf(['passport-officer', 'division-head'])).toEqual(['division']);
  expect(reachOf(['passport-officer', 'window'])).toBe('below');
  expect(reachOf(['unit-finance', 'unit-personnel'])).toBe('home');
});

test('rights come to one grant for each code at each place, and a code nobody declared to none', () => {
  const own = {
    role: 'own-1',
    label: '证照管理员（含台账）',
    codes: ['passport-officer', 'window'],
  } as const;
  const called = own.label;
  expect(
    grantsOf([
      { role: 'window', org: 'a', own: null },
      { role: 'own-1', org: 'a', own },
      { role: 'own-2', org: 'a', own: null },
      // Nobody at the office comes in as the public does.
      { role: 'visitor', org: 'a', own: null },
    ]),
  ).toEqual([
    { role: 'window', org: 'a' },
    { role: 'passport-officer', org: 'a', called },
  ]);
});

test('no invented role gets round the separations: each refusal names what it rests on', () => {
  for (const code of Object.keys(ROLES).filter((key) => key.endsWith('-admin')))
    expect([told(code), told(code, 'handler')]).toEqual([1, 2].map(() => ['role.exclusive GB/T 22239-2019']));
  for (const code of ['applicant', 'visitor']) expect(told(code)).toEqual(['role.exclusive GB/T 22239-2019']);
  const apart = ['role.exclusive 财会〔2012〕21号《行政事业单位内部控制规范（试行）》'];
  expect(told('filer', 'handler')).toEqual(apart);
  expect(told('filer', 'signer')).toEqual(apart);
  expect(told('unit-finance', 'finance-officer')).toEqual(apart);
  expect(told('city-leader', 'director')).toEqual(['role.places']);
  for (const codes of [[], ['nothing'], ['window', 'window'], ['own-1']])
    expect(told(...codes)).toEqual(['role.codes']);
});

test('whatever codes are joined, none of those who file meets one of those who decide', () => {
  const codes = Object.keys(ROLES).filter(isRole);
  for (const one of codes)
    for (const other of codes) {
      const files = [one, other].filter((code) => ['filer', 'applicant', 'visitor'].includes(code));
      if (one !== other && files.length > 0) expect(told(one, other)).not.toEqual([]);
    }
});
