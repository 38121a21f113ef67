import {
  type AnswersOf,
  choice,
  choices,
  date,
  decimal,
  form,
  integer,
  options,
  text,
  yuan,
} from '@zhitongche/form';
import { PUBLIC_EXPENSES } from '@zhitongche/budget';
import { ECONOMIC } from '../../shared/spending-classes.ts';

const percent = (label: string, also: string) =>
  decimal(label, { scale: 2, min: '0', max: '100', unit: '%', width: 3, also: [also] });

/** What may be spent in a year on something, and how it is to be paid out. */
export const ceilingForm = form({
  ceiling: {
    title: '额度',
    fields: {
      year: integer('预算年度', { min: 2000, max: 2100, required: true, width: 3, also: ['年度'] }),
      name: text('额度名称', {
        max: 80,
        required: true,
        width: 6,
        also: ['项目名称', '名称'],
        help: '如：网络安全和信息化运维经费，或：等级保护测评',
      }),
      amount: yuan('额度金额', { required: true, width: 3, also: ['预算数（元）', '额度（元）'] }),
      project: text('项目代码', { max: 21, width: 6, also: ['项目编码'], help: '只管一个项目的才填' }),
      publicExpense: choice(
        '三公经费',
        options(
          Object.fromEntries(Object.entries(PUBLIC_EXPENSES).map(([key, { name }]) => [key, name])) as Record<
            keyof typeof PUBLIC_EXPENSES,
            string
          >,
        ),
        { width: 6, help: '选了的，按这一项的经济科目统计' },
      ),
      economic: choices('部门经济分类', ECONOMIC, {
        width: 6,
        shown: ({ publicExpense }) => !publicExpense,
        help: '只管某些科目的才选',
      }),
      purpose: text('用途', {
        max: 60,
        width: 6,
        help: '一个项目按用途分别控制的才填，支出归类时填同样的用途',
      }),
    },
  },
  plan: {
    title: '资金支出计划',
    intro: '截至各月底累计支付的比例；空着的表示此前没有计划支付，年底可以不到100%。',
    fields: {
      march: percent('3月底', '3月底（%）'),
      june: percent('6月底', '6月底（%）'),
      october: percent('10月底', '10月底（%）'),
      december: percent('12月底', '12月底（%）'),
    },
  },
  source: {
    title: '依据',
    fields: {
      source: text('批复或公开的依据', {
        max: 200,
        required: true,
        width: 8,
        help: '如：财政部门批复文号，或本单位公开的部门预算第几表',
      }),
      on: date('批复日期', { width: 4 }),
    },
  },
});

/** Answers to it. */
export type CeilingRow = AnswersOf<typeof ceilingForm>;
