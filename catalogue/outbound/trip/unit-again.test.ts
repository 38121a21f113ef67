import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { agreedTo, approved, begun, CLEARED, membersOf, relativesOf } from './testing/roads.ts';

const cell = (row: Json | undefined, key: string): unknown =>
  row instanceof Object ? Reflect.get(row, key) : undefined;

/** The last traveller replaced by somebody nobody has heard of. */
const replaced = (s: Story): Answers => {
  const members = membersOf(s.state.answers);
  const gone = cell(members.at(-1), 'name');
  const somebody = {
    ...(members.at(-1) as object),
    name: '新来人',
    pinyin: 'XIN LAIREN',
    citizenId: '11010519491231002X',
  };
  return {
    parts: ['members'],
    reason: '一人因病不能成行',
    members: [...members.slice(0, -1), somebody] as Json,
    relatives: relativesOf(s.state.answers).filter((row) => cell(row, 'traveller') !== gone),
  };
};
const withFamily = (s: Story): Answers => {
  const [row] = relativesOf(s.state.answers);
  const change = replaced(s);
  const own = { ...(row as object), traveller: '新来人' } as Json;
  return { ...change, relatives: [...relativesOf(change), own] };
};

describe('a change of members asks of the new ones what a filing asks (§4 step 5, §5.4)', () => {
  test('without the family of the new traveller it is not taken', () => {
    const s = approved(begun());
    const problems = s.refused('filer', { act: 'ask-change', data: replaced(s) });
    expect(problems.map(({ code, message }) => [code, message])).toContainEqual([
      'P-04',
      '没有填写新来人的家庭成员',
    ]);
  });

  test('the new traveller is cleared before the unit signs, and the answer is kept', () => {
    const s = approved(begun());
    s.later(1).act('filer', { act: 'ask-change', data: withFamily(s) });
    expect(s.state.step).toBe('change-personnel');
    s.act('unit-personnel', { act: 'filed', data: CLEARED });
    expect(s.state.records.personnel).toHaveLength(2);
    agreedTo(s.act('signer', { act: 'agree' })).issueAll();
    expect(effectiveTrip(s.state).members?.at(-1)?.name).toBe('新来人');
    expect(effectiveTrip(s.state).relatives?.at(-1)?.traveller).toBe('新来人');
  });

  test('who is not cleared does not go: the trip stands as approved', () => {
    const s = approved(begun());
    s.act('filer', { act: 'ask-change', data: withFamily(s) });
    s.act('unit-personnel', { act: 'decline', opinion: '组织部门不同意派出。' });
    expect(s.state.step).toBe('abroad');
    expect(effectiveTrip(s.state).members?.some(({ name }) => name === '新来人')).toBe(false);
  });

  test('fewer people need no clearance', () => {
    const s = approved(begun());
    const members = membersOf(s.state.answers).slice(0, -1);
    const { relatives } = replaced(s);
    s.act('filer', {
      act: 'ask-change',
      data: { parts: ['members'], reason: '一人因病不能成行', members, relatives },
    });
    expect(s.state.step).toBe('change-finance');
    s.act('unit-finance', { act: 'agree', opinion: '同意。' });
    expect(s.state.step).toBe('change-sign');
  });

  test('where the papers are handed in with the filing, they are handed in with the change (M-12)', () => {
    const world = { policies: { 'outbound-trip.personnel-filing': false } };
    const papers = { clearancePapers: CLEARED.scan };
    const s = approved(begun(world), papers);
    s.act('filer', { act: 'ask-change', data: { ...withFamily(s), ...papers } });
    expect(s.state.step).toBe('change-sign');
  });
});

describe('what a second-level unit asks goes through its supervising department again (§1)', () => {
  test.each([
    ['change', { parts: ['programme'], reason: '会谈顺序调整', detail: '两场会谈对调' }],
    ['extension', { kind: 'depart', exitDate: '2026-06-01', entryDate: '2026-06-10', reason: '航班取消' }],
    ['revocation', { reason: '邀请方取消活动', passportsOut: false }],
  ])('%s', (kind, data) => {
    const s = approved(begun({ underSuperior: true }));
    s.act('filer', { act: `ask-${kind}`, data }).act('signer', { act: 'agree' });
    expect(s.state.step).toBe(`${kind}-superior`);
    s.act('signer@superior', { act: 'agree' });
    expect(s.state.step).toBe(`${kind}-review`);
  });
});
