import { story, type World } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { budgetPreparation } from './index.ts';

const D1 = '1'.repeat(64);
const D2 = '2'.repeat(64);
const totals = {
  total: '5755.85',
  personnel: '2896.01',
  publicUse: '651.61',
  project: '2208.23',
  threePublic: '441.14',
};
const draft = (version: number, digest: string, more: object = {}): World => ({
  lookups: {
    'budget-draft': {
      version,
      digest,
      published: null,
      totals,
      unsound: 0,
      unequal: 0,
      unequalAt: [],
      over: [],
      under: [],
      off: [],
      ...more,
    },
  },
});
const pin = (version: number, digest: string) => ({ version, digest, ...totals });
const reply = (number: string, date: string) => ({
  result: 'approved' as const,
  number,
  date,
  authority: '某某省财政厅',
});
const control = { ...totals };

/** A case whose first draft lies with the finance department. */
const atFinance = () =>
  story(budgetPreparation, draft(1, D1))
    .submit()
    .act('finance-officer', { act: 'file-first', data: { ...pin(1, D1), changes: '新增护照制证项目' } })
    .act('division-head@finance', { act: 'agree' })
    .act('deputy-director', { act: 'agree' })
    .issueAll();

describe('a department prepares its budget, up and down twice', () => {
  test('from the first draft to the public, every round proved by the digest of its version', () => {
    const s = atFinance();
    expect([s.state.step, s.state.status]).toEqual(['first-up', 'outside']);
    s.act('finance-officer', {
      act: 'report',
      data: control,
      reply: reply('某财预〔2026〕12号', s.today),
    });
    expect(s.state.step).toBe('second-draft');
    s.given(draft(2, D2));
    s.act('finance-officer', { act: 'file-second', data: pin(2, D2) });
    s.act('countersigner@general', { act: 'agree' }).act('countersigner@security', { act: 'agree' });
    s.act('division-head@finance', { act: 'agree' });
    s.act('deputy-director', { act: 'agree' }).act('director', { act: 'agree', opinion: '党组会议同意' });
    s.issueAll();
    expect(s.state.step).toBe('second-up');
    s.later(60).act('finance-officer', {
      act: 'report',
      data: control,
      reply: reply('某财预〔2026〕88号', s.today),
    });
    const approved = s.today;
    s.act('finance-officer', { act: 'adopt', data: pin(2, D2) });
    // 预算法 article 14: twenty days after the approval, calendar days, whatever day the step was reached.
    expect(s.state.stepClock?.due).toBe('2026-05-21');
    expect(approved).toBe('2026-05-01');
    s.given(draft(2, D2, { published: 2 }));
    s.act('finance-officer', { act: 'publish', data: { ...pin(2, D2), publishedOn: s.today } });
    expect(s.state.status).toBe('completed');
    expect(s.state.records.first?.[0]?.data).toMatchObject({ version: 1, digest: D1 });
    expect(s.state.records.second?.[0]?.data).toMatchObject({ version: 2, digest: D2 });
    const rows = budgetPreparation.registers[0]?.rows(s.state, {
      caseId: 'c',
      caseNumber: '2026-000001',
      calendar: s.setting.calendar,
    });
    expect(rows?.map(({ round, number }) => [round, number])).toEqual([
      ['一上', ''],
      ['控制数（一下）', '某财预〔2026〕12号'],
      ['二上', ''],
      ['批复（二下）', '某财预〔2026〕88号'],
      ['定稿', ''],
      ['公开', ''],
    ]);
  });

  test('a version nobody kept, and figures other than those in its tables, are not let past', () => {
    const s = story(budgetPreparation, draft(3, D1)).submit();
    const old = s.refused('finance-officer', { act: 'file-first', data: { ...pin(2, D2), changes: '无' } });
    expect(old.map(({ code }) => code)).toEqual(['F-01']);
    const other = { ...pin(3, D1), project: '2208.24', changes: '无' };
    const wrong = s.refused('finance-officer', { act: 'file-first', data: other });
    expect(wrong[0]?.message).toBe('项目支出与第3版表中的数字不符');
  });

  test('a second draft above the control figures is stopped, its cells named', () => {
    const s = atFinance();
    s.act('finance-officer', { act: 'report', data: control, reply: reply('某财预〔2026〕12号', s.today) });
    const over = {
      key: 'project',
      label: '项目支出',
      limit: '2108.23',
      now: '2208.23',
      by: '100.00',
      cells: ['部门预算支出总表·合计·项目支出'],
    };
    s.given(draft(2, D2, { over: [over] }));
    const problems = s.refused('finance-officer', { act: 'file-second', data: pin(2, D2) });
    expect(problems.map(({ code }) => code)).toEqual(['S-04']);
    expect(problems[0]?.message).toBe(
      '项目支出2,208.23万元，超过控制数2,108.23万元，超出100.00万元：部门预算支出总表·合计·项目支出',
    );
    s.given(draft(2, D2, { under: [{ ...over, now: '2008.23' }] }));
    expect(s.refused('finance-officer', { act: 'file-second', data: pin(2, D2) })[0]?.code).toBe('S-05');
    s.act('finance-officer', { act: 'file-second', data: { ...pin(2, D2), gap: '护照设备改为租用' } });
    expect(s.state.step).toBe('countersign');
  });

  test('sums that do not add up may go on only with a reason', () => {
    const s = story(
      budgetPreparation,
      draft(1, D1, { unequal: 1, unequalAt: ['政府采购：32×0.08'] }),
    ).submit();
    const data = { ...pin(1, D1), changes: '无' };
    expect(s.refused('finance-officer', { act: 'file-first', data })[0]).toMatchObject({
      code: 'F-03',
      at: ['data', 'differing'],
    });
    s.act('finance-officer', { act: 'file-first', data: { ...data, differing: '单价四舍五入' } });
    expect(s.state.step).toBe('first-review');
  });

  test('a leader gives it back, and what comes next is a new version', () => {
    const s = story(budgetPreparation, draft(1, D1)).submit();
    s.act('finance-officer', { act: 'file-first', data: { ...pin(1, D1), changes: '无' } });
    s.act('division-head@finance', { act: 'return', to: 'first-draft', opinion: '接待费请再压减' });
    expect(s.state.step).toBe('first-draft');
    s.given(draft(2, D2));
    s.act('finance-officer', { act: 'file-first', data: { ...pin(2, D2), changes: '压减接待费' } });
    expect(s.state.records.first?.map(({ data }) => data.digest)).toEqual([D1, D2]);
  });

  test('a division that disagrees sends the second draft back', () => {
    const s = atFinance();
    s.act('finance-officer', { act: 'report', data: control, reply: reply('某财预〔2026〕12号', s.today) });
    s.given(draft(2, D2)).act('finance-officer', { act: 'file-second', data: pin(2, D2) });
    s.act('countersigner@general', { act: 'refuse', opinion: '印刷费漏列' });
    expect(s.state.step).toBe('second-draft');
  });

  test('an approval that differs from the draft is followed to the cent before it is adopted', () => {
    const s = atFinance();
    s.act('finance-officer', { act: 'report', data: control, reply: reply('某财预〔2026〕12号', s.today) });
    s.given({
      ...draft(2, D2),
      policies: { 'budget-preparation.countersign': [], 'budget-preparation.party': false },
    });
    s.act('finance-officer', { act: 'file-second', data: pin(2, D2) });
    s.act('division-head@finance', { act: 'agree' }).act('deputy-director', { act: 'agree' }).issueAll();
    const data = { ...control, project: '2200.00', total: '5747.62' };
    s.act('finance-officer', { act: 'report', data, reply: reply('某财预〔2026〕88号', s.today) });
    const off = {
      key: 'project',
      label: '项目支出',
      limit: '2200.00',
      now: '2208.23',
      by: '8.23',
      cells: ['T03'],
    };
    s.given(draft(2, D2, { off: [off] }));
    expect(s.refused('finance-officer', { act: 'adopt', data: pin(2, D2) })[0]?.message).toBe(
      '项目支出2,208.23万元，批复为2,200.00万元：T03',
    );
  });

  test('nobody but the finance officer files or edits it', () => {
    const s = story(budgetPreparation, draft(1, D1));
    expect(s.open('filer')).toEqual([]);
    expect(s.open('finance-officer').map(({ act }) => act)).toEqual(['submit']);
  });
});
