import { describe, expect, test } from 'vitest';
import { begun, countersigned } from '../testing/roads.ts';
import { built, textOf } from '../testing/papers.ts';

const form = (over = {}): string => textOf(built(countersigned(begun(), over), 'funding-opinion'));

describe('任务和预算审批意见表（§8）', () => {
  test('says of time, countries, route and number what the rules found, not what somebody ticked', () => {
    const text = form();
    for (const words of [
      '是否列入年度计划',
      '出访目标和必要性',
      '在外停留10天',
      '日本、韩国、新加坡',
      '6人',
      '经按规定核对，未发现不符合的情形',
      '保密审核',
    ])
      expect(text).toContain(words);
  });

  test('says once whether the year’s plan and the year’s budget hold the trip', () => {
    const text = form();
    expect(text).toMatch(/年度预算\s*列入/);
    expect(text.split('年度计划')).toHaveLength(2);
  });

  test('gives what the unit explained where a rule asked why', () => {
    const s = countersigned(begun());
    const state = { ...s.state, explanations: { 'R-05': '会议日程为十一天，不能缩短。' } };
    const text = textOf(built(Object.assign(s, { state }), 'funding-opinion'));
    expect(text).toContain('会议日程为十一天，不能缩短。');
  });

  test('says a department’s word once, with who gave it and when', () => {
    const s = begun().submit();
    s.act('unit-affairs', { act: 'agree', opinion: '任务必要，对象对口。' });
    s.act('unit-finance', { act: 'agree', opinion: '已列预算，标准无误。' });
    s.act('unit-personnel', { act: 'agree', opinion: '人员符合条件。' });
    const text = textOf(built(s, 'funding-opinion'));
    for (const word of ['任务必要，对象对口。', '已列预算，标准无误。', '人员符合条件。'])
      expect(text.split(word)).toHaveLength(2);
    const affairs = s.state.seats.find(({ role }) => role === 'unit-affairs')?.doer?.name ?? '';
    const half = text.slice(text.indexOf('任务审核'), text.indexOf('预算审核'));
    expect(half).toContain(affairs);
    expect(half).toContain('2026年3月2日');
  });

  test('carries what the unit said, and nothing of what the offices decide on its ground', () => {
    const text = form();
    expect(text.slice(text.indexOf('单位意见'))).toContain('单位签批');
    expect(text).not.toContain('经办审核');
  });
});
