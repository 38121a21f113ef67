import { describe, expect, test } from 'vitest';
import { projectCheckCharacter } from '@zhitongche/budget';
import { importColumnsOf, readSheet } from '../../testing/read-sheet.ts';
import { ledgerLines } from './index.ts';
import { lineOf, missingIn } from './stages.ts';

const CODE = '13000024P0080A4106683';

describe('the two sheets of a finance system', () => {
  test('payments of the treasury: classes under code and name, funds by their names', () => {
    const [line] = readSheet(ledgerLines, [
      ['国库集中支付明细'],
      [
        '支付日期',
        '支付凭证号',
        '支付金额（元）',
        '功能分类科目',
        '部门经济分类科目',
        '项目编码',
        '项目名称',
        '资金性质',
        '收款人全称',
        '用途摘要',
      ],
      [
        '2026-03-05',
        'ZF0001',
        '1,234.50',
        '2010302 一般行政管理事务',
        '[30212]因公出国（境）费用',
        CODE,
        '出国费',
        '一般公共预算拨款',
        '某航空服务公司',
        '机票',
      ],
      ['合计', '', '1,234.50'],
    ]);
    expect(line).toEqual({
      day: '2026-03-05',
      voucher: 'ZF0001',
      amount: '1234.50',
      function: '2010302',
      economic: '30212',
      project: CODE,
      sort: 'project',
      fund: 'general',
      payee: '某航空服务公司',
      summary: '机票',
    });
  });

  test('the book of expenses: two lines of heads, debit and credit, brackets for what is taken back, sums of months passed over', () => {
    const lines = readSheet(ledgerLines, [
      ['某某外事办公室 业务活动费用明细账'],
      ['记账日期', '凭证字号', '摘要', '科目', '', '本期发生额', '', '余额', '往来单位', '项目'],
      ['', '', '', '功能分类', '部门经济分类', '借方', '贷方', '', '', ''],
      ['2026-01-01', '', '上年结转', '', '', '', '', '5,000.00', '', ''],
      [
        '2026-03-06',
        '记-12',
        '付接待费',
        '2010302',
        '公务接待费',
        '(200.00)',
        '',
        '4,800.00',
        '某宾馆',
        `${CODE} 外宾接待`,
      ],
      ['2026-03-07', '记-13', '冲回多付', '2010302', '30217', '', '50.00', '4,850.00', '某宾馆', ''],
      ['2026-03-31', '', '本月合计', '', '', '(200.00)', '50.00', '', '', ''],
    ]);
    expect(lines).toMatchObject([
      {
        day: '2026-03-06',
        voucher: '记-12',
        amount: '-200.00',
        economic: '30217',
        project: CODE,
        payee: '某宾馆',
      },
      { day: '2026-03-07', amount: '-50.00' },
    ]);
    expect(lines[0]).not.toHaveProperty('debit');
  });

  test('an amount that is none stays as it is printed, so that it is named', () => {
    const [line] = readSheet(ledgerLines, [
      ['记账日期', '凭证字号', '摘要', '借方', '贷方'],
      ['2026-03-06', '记-1', '付款', '约两千', ''],
    ]);
    expect(line).toMatchObject({ amount: '约两千' });
  });

  test('are known by every head they print', () => {
    expect(Object.keys(importColumnsOf(ledgerLines))).toEqual(
      expect.arrayContaining(['debit', 'credit', 'balance', 'projectName', 'day', 'amount']),
    );
  });
});

describe('what is still to be known of a line', () => {
  const placed = { fund: 'general', function: '2010301', economic: '30207', sort: 'basic' } as const;
  test.each([
    [placed, []],
    [{ ...placed, sort: 'project' }, ['项目代码']],
    [{ fund: 'general' }, ['功能分类', '部门经济分类', '支出类型或项目代码']],
    [{ ...placed, economic: '30212' }, ['办件编号（因公出国的支出）']],
    [{ ...placed, economic: '30212', matter: 'YZ-1' }, []],
  ] as const)('%j: %j', (answers, expected) => {
    expect(missingIn(lineOf({ answers }))).toEqual(expected);
  });
});

test('the check character of every code of the published budgets is the one that is told', () => {
  expect(projectCheckCharacter(CODE.slice(0, 20))).toBe('3');
});
