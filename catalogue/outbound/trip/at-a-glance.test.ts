import { addDays, dayInChinese } from '@zhitongche/base';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { outboundTrip } from './index.ts';
import { agreedTo, approved, begun, throughUnit, unitAgreed } from './testing/roads.ts';

type Facts = NonNullable<Story['state']['summary']>['facts'];
const fact = (facts: Facts | undefined, label: string): string =>
  facts?.find((one) => one.label === label)?.value ?? '';
const noted = (facts: Facts | undefined, label: string) => {
  const { value, note } = facts?.find((one) => one.label === label) ?? {};
  return { value, note };
};
const standing = (s: Story): Facts | undefined => outboundTrip.standing?.(s.state);

describe('what a leader signs on, without opening anything', () => {
  test('says who leads, with his post, what for, and what it costs in all', () => {
    const { state } = throughUnit(begun());
    const { members = [], purpose = '' } = effectiveTrip(state);
    const leader = members.find(({ role }) => role === 'leader');
    expect(fact(state.summary?.facts, '团长')).toBe(`${leader?.name}（${leader?.post}）`);
    expect(fact(state.summary?.facts, '事由')).toBe(purpose);
    expect(fact(state.summary?.facts, '经费预算')).toMatch(/^[\d,]+\.\d\d元$/);
  });

  test('prints days as papers print them', () => {
    const { state } = throughUnit(begun());
    const { exitDate = '', entryDate = '' } = effectiveTrip(state);
    expect(fact(state.summary?.facts, '日期')).toBe(`${dayInChinese(exitDate)}至${dayInChinese(entryDate)}`);
    expect(JSON.stringify(state.summary?.facts)).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});

describe('the head of a case', () => {
  const postponed = (): { readonly s: Story; readonly before: string; readonly after: string } => {
    const s = approved(begun());
    const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
    const days = (from: string, to: string) => `${dayInChinese(from)}至${dayInChinese(to)}`;
    const later = { exitDate: addDays(exitDate, 7), entryDate: addDays(entryDate, 7) };
    s.later(1).act('filer', {
      act: 'ask-extension',
      data: { kind: 'depart', reason: '对方改期', ...later },
      explanations: { 'A-13': '对方改期' },
    });
    return { s, before: days(exitDate, entryDate), after: days(later.exitDate, later.entryDate) };
  };

  test('shows the days as they are and as they are asked for, while that is decided', () => {
    const { s, before, after } = postponed();
    expect(noted(standing(s), '日期')).toEqual({ value: before, note: `申请变更为${after}` });
    expect(fact(standing(s), '人数')).toBe('6人');
  });

  test('shows what counts once it is agreed to, and what was approved first', () => {
    const { s, before, after } = postponed();
    agreedTo(unitAgreed(s)).issueAll();
    expect(noted(standing(s), '日期')).toEqual({ value: after, note: `原批${before}` });
  });
});

test('while a change or extension is decided, its own rules are what is read; not before, not after', () => {
  const s = approved(begun());
  expect(outboundTrip.deciding?.(s.state)).toBeUndefined();
  const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
  s.later(1).act('filer', {
    act: 'ask-extension',
    data: {
      kind: 'depart',
      reason: '对方改期',
      exitDate: addDays(exitDate, 7),
      entryDate: addDays(entryDate, 7),
    },
  });
  expect(outboundTrip.deciding?.(s.state)).toBe('extension');
  agreedTo(unitAgreed(s)).issueAll();
  expect(outboundTrip.deciding?.(s.state)).toBeUndefined();
});
