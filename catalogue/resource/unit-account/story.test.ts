import { story } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { monthsOn } from './derive.ts';
import { unitAccount } from './index.ts';
import { OPEN } from './variants.ts';

const papersOf = ({ state }: ReturnType<typeof story>) => state.papers.map(({ paper }) => paper);
const unknown = { ...OPEN, account: null, clerks: [], cases: [] };

test('a city’s unit is confirmed by its city, and by the province where the office says so', () => {
  const s = story(unitAccount, { underCity: true }).submit();
  s.act('signer', { act: 'agree' }).act('city-reviewer', { act: 'agree' });
  expect(s.state.step).toBe('city-confirm');
  s.act('city-leader', { act: 'agree' }).issueAll();
  expect([s.state.status, papersOf(s)]).toEqual(['completed', ['receipt']]);

  const other = story(unitAccount, {
    underCity: true,
    policies: { 'unit-account.city-confirms': false },
  }).submit();
  other
    .act('signer', { act: 'agree' })
    .act('city-reviewer', { act: 'agree' })
    .act('window', { act: 'agree' });
  expect(other.state.step).toBe('confirm');
});

test('a second-level unit passes its department, which must have an account first', () => {
  const below = (open: boolean) =>
    story(unitAccount, {
      underSuperior: true,
      lookups: { account: { ...unknown, superior: { name: '某某主管部门', open } } },
    });
  const wrong = below(false)
    .problems()
    .map(({ code }) => code);
  expect(wrong).toContain('K-04');
  const clerks = [{ name: '甲', login: 'a', phone: '13900000000' }];
  const s = below(true).submit({ clerks }).act('signer', { act: 'agree' });
  expect(s.state.step).toBe('superior');
  s.act('signer@superior', { act: 'agree' });
  expect(s.state.step).toBe('check');
});

test('a refusal is a paper with its reason, and nothing comes into force', () => {
  const s = story(unitAccount).submit().act('signer', { act: 'agree' });
  s.act('window', { act: 'refuse', opinion: '不属于申报单位。' });
  expect([s.state.status, papersOf(s)]).toEqual(['refused', ['refusal']]);
  expect(s.events.some(({ body }) => body.type === 'effect' && body.effect.do !== 'notify')).toBe(false);
});

test('a term of months ends on the same day, or the last of a shorter month', () => {
  expect(monthsOn('2026-03-02', 12)).toBe('2027-03-02');
  expect(monthsOn('2028-02-29', 12)).toBe('2029-02-28');
  expect(monthsOn('2026-12-31', 2)).toBe('2027-02-28');
});
