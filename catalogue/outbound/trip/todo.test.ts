import { addDays } from '@zhitongche/base';
import { isApproved, todoOf } from '@zhitongche/case';
import { expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { outboundTrip } from './index.ts';
import { approved, begun, throughUnit } from './testing/roads.ts';

test('what follows an approval stands in the order of its days, the passports back seven days after the approved ones', () => {
  const s = approved(begun());
  const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
  const todo = todoOf(outboundTrip, s.state, s.today);
  expect(todo.map(({ title }) => title.replace(/ \d+ .*$/, ''))).toEqual(
    expect.arrayContaining(['行前教育', '出境、回国', '回国登记', '交还证照', '出访报告']),
  );
  const of = (title: string) => todo.find((one) => one.title.startsWith(title));
  expect(of('行前教育')?.by).toBe(addDays(exitDate, -1));
  expect(of('出境、回国')).toMatchObject({ from: exitDate, by: entryDate });
  // 《收缴管理规定》: handed in within seven days of the return.
  expect(of('交还证照')?.by).toBe(addDays(entryDate, 8));
  expect(todo.every(({ done }) => done !== true)).toBe(true);
});

test('a trip is approved once its papers say so, not while it is decided', () => {
  expect(isApproved(outboundTrip, throughUnit(begun()).state)).toBe(false);
  expect(isApproved(outboundTrip, approved(begun()).state)).toBe(true);
});

test('a trip that tells nothing has nothing to follow', () => {
  const { state } = begun();
  expect(todoOf(outboundTrip, { ...state, answers: {} }, '2026-03-10')).toEqual([]);
});
