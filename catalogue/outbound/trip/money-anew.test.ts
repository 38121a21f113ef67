import type { Answers } from '@zhitongche/form';
import { addDays } from '@zhitongche/base';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip, standingFigures } from './effective.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { built, textOf } from './testing/papers.ts';
import {
  agreedTo,
  approved,
  asked,
  begun,
  firstRow,
  membersOf,
  moneyOf,
  relativesOf,
} from './testing/roads.ts';

const MONEY = 'unit-finance';

/** Fares as the sample has them, dearer by 1 000 yuan a person; the rest of the money as it stands. */
const dearer = (s: Story): Answers => {
  const { fares } = s.state.answers;
  const rows = (Array.isArray(fares) ? fares : []).map((row) =>
    row instanceof Object ? { ...row, fare: `${Number(Reflect.get(row, 'fare')) + 1000}.00` } : row,
  );
  return {
    parts: ['funding'],
    reason: '票价上涨',
    detail: '国际旅费每人增加1000元',
    ...moneyOf(s),
    fares: rows,
  };
};
const cny = (s: Story): number => Number(standingFigures(s.state)?.funding.cny);
const MEETINGS = { parts: ['programme'], reason: '会谈顺序调整', detail: '两场会谈对调' };
const signed = (s: Story): Story => s.act('signer', { act: 'agree' });
const opined = (s: Story): Story => s.act(MONEY, { act: 'agree', opinion: '已按新票价核对，在年度预算内。' });

describe('a change of money or days makes the budget anew (先审后批, §9.1)', () => {
  test('the unit’s finance department speaks first, with an opinion, and whoever decides sees both sums', () => {
    const s = approved(begun());
    const before = cny(s);
    s.act('filer', { act: 'ask-change', data: dearer(s) });
    expect(s.state.step).toBe('change-finance');
    expect(s.refused(MONEY, { act: 'agree' })[0]?.at).toEqual(['opinion']);
    signed(opined(s));
    const text = (n: number) => n.toLocaleString('en').replaceAll(',', '').split('.')[0] ?? '';
    expect(
      s
        .notes()
        .join()
        .replaceAll(/[ ,，\u2009\u202f]/g, ''),
    ).toContain(text(before + 6000));
    // Nothing counts before it is decided.
    expect(cny(s)).toBe(before);
  });

  test('decided, the figures count: six people pay 1 000 yuan more each, in the register too', () => {
    const s = approved(begun());
    const before = cny(s);
    const filed = s.state.derived;
    s.later(1).act('filer', { act: 'ask-change', data: dearer(s) });
    agreedTo(signed(opined(s))).issueAll();
    expect(cny(s) - before).toBe(6000);
    expect(Number(firstRow('trips', s)?.cny) - before).toBe(6000);
    // What was decided at filing stays what it was.
    expect(s.state.derived).toEqual(filed);
  });

  test('the 变更批件 tells the old sum and the new, and a new 审批意见表 with the finance department’s word goes with it', () => {
    const s = approved(begun());
    const forms = () => asked(s).filter((paper) => paper === 'funding-opinion').length;
    expect(forms()).toBe(1);
    s.later(1).act('filer', { act: 'ask-change', data: dearer(s) });
    agreedTo(signed(opined(s)));
    const table = built(s, 'amendment', '某外出字〔2026〕16号').blocks.find(({ kind }) => kind === 'table');
    const row = table?.kind === 'table' ? table.rows.find(([label]) => label === '经费预算') : undefined;
    expect(row).toHaveLength(3);
    expect(row?.[1]).not.toEqual(row?.[2]);
    expect(forms()).toBe(2);
    expect(textOf(built(s, 'funding-opinion'))).toContain('已按新票价核对，在年度预算内。');
  });

  test('a longer stay and fewer people count in the budget by themselves', () => {
    const s = approved(begun());
    const before = cny(s);
    const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
    s.later(1).act('filer', {
      act: 'ask-change',
      data: {
        parts: ['members'],
        reason: '一人因病不能成行',
        members: membersOf(s.state.answers).slice(0, 5),
        relatives: relativesOf(s.state.answers).slice(0, 5),
      },
    });
    agreedTo(signed(opined(s))).issueAll();
    expect(cny(s)).toBeLessThan(before);
    const fewer = cny(s);
    s.later(1).act('filer', {
      act: 'ask-extension',
      data: { kind: 'stay', exitDate, entryDate: addDays(entryDate, 1), reason: '航班取消' },
    });
    expect(s.state.step).toBe('extension-finance');
    agreedTo(signed(opined(s))).issueAll();
    expect(standingFigures(s.state)?.days).toBe(11);
    expect(cny(s)).toBeGreaterThanOrEqual(fewer);
  });

  test('what touches neither money nor days leaves the budget alone', () => {
    const s = approved(begun()).act('filer', { act: 'ask-change', data: MEETINGS });
    expect(s.state.step).toBe('change-sign');
    agreedTo(signed(s)).issueAll();
    expect(asked(s).filter((paper) => paper === 'funding-opinion')).toHaveLength(1);
  });

  test('what is refused changes no figure', () => {
    const s = approved(begun());
    const before = cny(s);
    s.act('filer', { act: 'ask-change', data: dearer(s) });
    s.act(MONEY, { act: 'decline', opinion: '无预算。' });
    expect(s.state.step).toBe('abroad');
    expect(cny(s)).toBe(before);
  });

  test('an office whose units upload the sealed form asks no finance seat', () => {
    const world = { policies: { 'outbound-trip.unit-opinions': ['affairs'] } };
    const sealed = { budgetForm: sampleUpload('budget', '审批意见表') };
    const s = approved(begun(world), sealed);
    const bare = s.refused('filer', { act: 'ask-change', data: dearer(s) });
    expect(bare.map(({ at }) => at)).toEqual([['data', 'budgetForm']]);
    s.act('filer', { act: 'ask-change', data: { ...dearer(s), ...sealed } });
    expect(s.state.step).toBe('change-sign');
  });
});

test('附注 of a 变更批件: what the change asks to be remarked, or else what the approval remarked (§8)', () => {
  const noted = (s: Story, data: Answers): string => {
    agreedTo(signed(s.later(1).act('filer', { act: 'ask-change', data: { ...MEETINGS, ...data } })));
    return textOf(built(s, 'amendment', '某外出字〔2026〕16号'));
  };
  const own = { paperNote: '费用超支部分自理' };
  expect(noted(approved(begun(), own), {})).toContain('附注：费用超支部分自理。');
  const changed = noted(approved(begun(), own), { paperNote: '请于出境前重新办理签证' });
  expect(changed).toContain('附注：请于出境前重新办理签证。');
  expect(changed).not.toContain('自理');
});
