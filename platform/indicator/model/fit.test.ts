import { parseTarget } from '@zhitongche/budget';
import { describe, expect, it } from 'vitest';
import { type Counted, fitOf, type Reading } from './fit.ts';

const TIMES: Counted = { name: '审核审批因公出国（境）人数', unit: '人次', sort: 'person-times' };
const PERSONS: Counted = { name: '参训人数', unit: '人', sort: 'persons' };
const GROUPS: Counted = { name: '本办组织出访团组数', unit: '个', sort: 'groups' };
const RATE: Counted = { name: '任务完成及时率', unit: '', sort: 'rate' };
const MONEY: Counted = { name: '支出合计', unit: '元', sort: 'money' };
const SPAN: Counted = { name: '平均响应时长', unit: '', sort: 'duration' };
const STICKERS: Counted = { name: '贴纸采购量', unit: '张', sort: 'things' };

const fit = (raw: string, measure: Counted, said?: Reading) =>
  fitOf(raw, parseTarget(raw, { year: '2024' }), measure, said);
const finding = (raw: string, measure: Counted): string | null => {
  const found = fit(raw, measure);
  return found.fits ? null : found.finding.code;
};

describe('a printed target in the figures of a measure', () => {
  it.each([
    ['≥240人次', TIMES, '≥', 240],
    ['≥130人', PERSONS, '≥', 130],
    ['≥6批(次)', GROUPS, '≥', 6],
    ['≥15个', GROUPS, '≥', 15],
    ['100%', RATE, '=', 1],
    ['≥98%', RATE, '≥', 0.98],
    ['≤66万元/年', MONEY, '≤', 660_000],
    ['≤6小时', SPAN, '≤', 6 * 3_600_000],
    ['≤15分钟', SPAN, '≤', 15 * 60_000],
    ['≥1万份', STICKERS, '≥', 10_000],
  ] as const)('%s', (raw, measure, operator, value) => {
    expect(fit(raw, measure)).toEqual({ fits: true, operator, value });
  });
});

describe('what nobody may guess over', () => {
  it('persons are no person-times, trips are no groups of guests, money is no share', () => {
    expect(finding('≥3人', TIMES)).toBe('unit');
    expect(finding('≥200人次', GROUPS)).toBe('unit');
    expect(finding('≥200人次', PERSONS)).toBe('unit');
    expect(finding('≤66万元/年', RATE)).toBe('unit');
    expect(finding('≥1次/天', GROUPS)).toBe('unit');
  });
  it('a target without a unit, without a number, or without anything says so', () => {
    expect(finding('≥240', TIMES)).toBe('no-unit');
    expect(finding('良好', TIMES)).toBe('no-number');
    expect(finding('据实', GROUPS)).toBe('no-number');
    expect(finding('', GROUPS)).toBe('no-target');
  });
  it('the finding names both units and what to do', () => {
    const found = fit('≥3人', TIMES);
    expect(found.fits ? '' : found.finding.message).toBe(
      '目标以“人”计，“审核审批因公出国（境）人数”以“人次”计，不能相比。',
    );
    expect(found.fits ? '' : found.finding.todo).toContain('写明理由');
  });
  it('somebody may say how the unit is read, and then the number stands', () => {
    expect(fit('≥3人', TIMES, { reading: '同一人一年只出访一次，按人次数' })).toEqual({
      fits: true,
      operator: '≥',
      value: 3,
    });
  });
});

describe('“in time”', () => {
  it.each(['及时', '按时完成', '11月底前', '≤3个工作日', '2024年12月底前', '签订合同后十个月内'])(
    '%s is answered by nobody before a share and a rule are said',
    (raw) => {
      expect(finding(raw, RATE)).toBe('in-time');
      const half: Reading = { share: '95' };
      expect(fit(raw, RATE, half)).toMatchObject({ fits: false });
      expect(fit(raw, RATE, { share: '95', rule: '不晚于承诺时限办结' })).toEqual({
        fits: true,
        operator: '≥',
        value: 0.95,
      });
    },
  );
});
