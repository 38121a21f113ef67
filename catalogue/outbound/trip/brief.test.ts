import { addDays, daysInclusive } from '@zhitongche/base';
import { briefingOf } from '@zhitongche/case';
import type { Story } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { outboundTrip } from './index.ts';
import { approved, begun, throughUnit } from './testing/roads.ts';

const told = (s: Story) => briefingOf(outboundTrip, s.state, s.today);

test('one sentence says who leads how many where, and what for', () => {
  const s = throughUnit(begun());
  const { members = [], purpose = '' } = effectiveTrip(s.state);
  const leader = members.find(({ role }) => role === 'leader');
  const card = told(s);
  expect(card.sentence).toBe(`${leader?.name}等 6 人赴日本、韩国、新加坡，${purpose}`);
  expect(card.under[0]).toBe(`${leader?.name}，${leader?.post}`);
});

test('three figures: days with their dates, people by rank, money with its source', () => {
  const s = throughUnit(begun());
  const { exitDate = '', entryDate = '', members = [] } = effectiveTrip(s.state);
  const [days, people, money] = told(s).figures;
  expect(days).toMatchObject({ value: String(daysInclusive(exitDate, entryDate)), unit: '天' });
  expect(days?.caption).toMatch(/月\d+日—/);
  expect(people?.value).toBe(String(members.length));
  const counted = [...(people?.caption ?? '').matchAll(/ (\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  expect(counted).toBe(members.length);
  expect(money?.value).toMatch(/^\d+\.\d\d$/);
  expect(money).toMatchObject({ unit: '万元', caption: '部门预算' });
});

test('the way is a line of places with their nights, between where it begins and ends', () => {
  const line = told(throughUnit(begun())).line ?? [];
  expect(line.map(({ name }) => name)).toEqual(['北京', '东京', '首尔', '新加坡', '北京']);
  expect(line.filter(({ end }) => end)).toHaveLength(2);
});

test('everybody travelling stands in one line, nothing private beside the name', () => {
  const s = throughUnit(begun());
  const { members = [] } = effectiveTrip(s.state);
  const card = told(s);
  expect(card.people?.all.map(({ name }) => name)).toEqual(members.map(({ name }) => name));
  const text = JSON.stringify(card);
  for (const { citizenId = '-', passportNumber = '-' } of members) {
    expect(text).not.toContain(citizenId);
    expect(text).not.toContain(passportNumber);
  }
});

test('while an extension is decided the card says what is asked, and what it was', () => {
  const s = approved(begun());
  expect(told(s).asked).toBeUndefined();
  const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
  s.later(1).act('filer', {
    act: 'ask-extension',
    data: {
      kind: 'depart',
      reason: '对方改期',
      exitDate: addDays(exitDate, 7),
      entryDate: addDays(entryDate, 7),
    },
    explanations: { 'A-13': '对方改期' },
  });
  const card = told(s);
  expect(card.asked).toBe('申请延期：对方改期');
  expect(card.figures[0]?.note).toMatch(/^申请变更为/);
});

test('a case that says nothing yet is told by its title', () => {
  const { state } = begun();
  const empty = briefingOf(outboundTrip, { ...state, answers: {}, derived: null }, '2026-03-10');
  expect(empty.sentence).toBe(state.summary?.title ?? '');
});
