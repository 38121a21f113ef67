import { openBill } from '@zhitongche/money';
import { story } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { apostille } from './index.ts';
import { parties, ways } from './parties.ts';
import { routeOf } from './route.ts';

const tables = { countries, 'apostille-parties': parties.rows, 'legalisation-ways': ways.rows };
const facts = { table: (name: string) => tables[name as keyof typeof tables] ?? [] };

// In force for China from 2023-11-07, with Canada from 2024-01-11, with Rwanda from 2024-06-05, not with India.
test.each([
  ['日本', '2023-11-06', 'open'],
  ['日本', '2023-11-07', 'apostille'],
  ['加拿大', '2024-01-10', 'open'],
  ['加拿大', '2024-01-11', 'apostille'],
  ['卢旺达', '2024-06-04', 'open'],
  ['卢旺达', '2024-06-05', 'apostille'],
  ['印度', '2026-03-02', 'double'],
  ['埃及', '2026-03-02', 'open'],
  ['澳门', '2026-03-02', 'elsewhere'],
  ['台湾', '2026-03-02', 'elsewhere'],
  ['波多黎各', '2026-03-02', 'unknown'],
])('papers for %s on %s: %s', (country, today, way) => {
  expect(routeOf(country, { facts, today }).way).toBe(way);
});

const accepted = (answers: object) =>
  story(apostille, { tables, today: '2026-02-13' })
    .submit(answers as never)
    .act('window', { act: 'accept', data: { way: 'apostille', originals: 'seen' } });
const paid = (answers = {}) =>
  accepted(answers).act('window', { act: 'pay-counter', data: { way: 'cash', reference: '0001' } });

test('accepted on Friday 13 February: yellow on the second working day, red after the fourth', () => {
  // Worked: Saturday 14 (1). Off: 15 to 23. Tuesday 24 (2), 25 (3), Thursday 26 (4).
  const s = paid();
  expect(s.state.promise).toMatchObject({ days: 4, due: '2026-02-26' });
  s.on('2026-02-14').tick();
  expect(s.types).not.toContain('reminded');
  s.on('2026-02-24').tick();
  expect(s.types).toContain('reminded');
  s.on('2026-02-26').tick();
  expect(s.types).not.toContain('overdue');
  s.on('2026-02-27').tick();
  expect(s.types).toContain('overdue');
});

test('in haste it is done on the second working day: Tuesday 24 February, after the festival', () => {
  expect(paid({ urgent: true, urgentReason: '投标截止' }).state.promise).toMatchObject({
    days: 2,
    due: '2026-02-24',
  });
});

test('a civil paper costs 50, a commercial one 100: one of each 150', () => {
  expect(openBill(accepted({}).state.money)?.total).toBe('150.00');
});

test('papers are titled as the Convention and the ministry call them, each with a number of its own', () => {
  const named = Object.fromEntries(
    apostille.papers.map(({ key, title, series }) => [key, [title, series?.pattern]]),
  );
  expect(named).toMatchObject({
    certificate: ['附加证明书', 'A{year}-{seq}'],
    legalisation: ['领事认证书', 'L{year}-{seq}'],
    refusal: ['不予办理通知书', '{mark}认不字〔{year}〕{seq}号'],
    registration: ['申请领事认证/附加证明书档案登记表', undefined],
  });
});
