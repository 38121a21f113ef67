import { type AnswersOf, choice, date, decimal, form, options, text } from '@zhitongche/form';
import { FUNDS } from '../../shared/funds.ts';
import { ECONOMIC, FUNCTIONS } from '../../shared/spending-classes.ts';

/** What money does: it keeps the office running, or does something particular. */
export const SORTS = { basic: '基本支出', project: '项目支出' } as const;

/** Where a line stands in the budget: what a finance officer decides of it. */
export const placed = {
  sort: choice('支出类型', options(SORTS), { width: 4, also: ['支出性质', '支出项目类别'] }),
  fund: choice('资金性质', options(FUNDS), { width: 4, also: ['资金来源'] }),
  project: text('项目代码', {
    max: 21,
    width: 4,
    also: ['项目编码', '项目', '预算项目'],
    help: '基本支出不填',
  }),
  function: choice('功能分类', FUNCTIONS, {
    width: 6,
    also: ['功能分类科目', '支出功能分类科目', '功能科目'],
  }),
  economic: choice('部门经济分类', ECONOMIC, {
    width: 6,
    also: ['部门经济分类科目', '部门预算支出经济分类', '经济分类', '经济分类科目', '部门经济科目'],
  }),
  purpose: text('用途', { max: 60, width: 6, help: '一个项目按用途分别控制的，填额度里写的用途' }),
};

/** One payment, as it left or came back. */
export const lineForm = form({
  paid: {
    title: '支出',
    fields: {
      day: date('支付日期', { required: true, width: 4, also: ['记账日期', '日期', '凭证日期', '支付时间'] }),
      voucher: text('凭证号', {
        max: 40,
        required: true,
        width: 4,
        also: ['支付凭证号', '凭证字号', '凭证编号', '支付令号'],
      }),
      amount: decimal('金额', {
        scale: 2,
        unit: '元',
        required: true,
        width: 4,
        help: '退回的款填负数',
        also: ['金额（元）', '支付金额', '支付金额（元）'],
      }),
      summary: text('摘要', {
        max: 200,
        required: true,
        width: 8,
        also: ['资金用途', '支付用途', '用途摘要'],
      }),
      payee: text('收款人', {
        max: 120,
        width: 4,
        also: ['收款人全称', '收款单位', '收款人名称', '往来单位'],
      }),
    },
  },
  place: { title: '归类', fields: placed },
  matter: {
    title: '办件',
    fields: {
      matter: text('办件编号', {
        max: 40,
        width: 4,
        also: ['办件', '批件办件号'],
        help: '为某一件事支付的，填它的办件编号',
      }),
      note: text('备注', { max: 300, width: 8 }),
    },
  },
});

/** Answers to it. */
export type Line = AnswersOf<typeof lineForm>;
