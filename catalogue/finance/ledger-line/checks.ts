import { addDays } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { form } from '@zhitongche/form';
import { codeFaults, PROJECT_CODE } from '../../shared/project-code.ts';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { type lineForm, placed } from './form.ts';

const check = checksFor<typeof lineForm>();

const placedForm = form({ place: { title: '归类', fields: placed } });
const placing = checksFor<typeof placedForm>();

/** A project code that is none is named wherever it is typed. */
export const codeCheck = placing({
  code: 'Z-01',
  title: '项目代码的校验位',
  level: 'block',
  basis: PROJECT_CODE,
  reads: ['project'],
  run: ({ project }) => codeFaults(project),
});

/** What does not fit in a line of the ledger. */
export const checks = [
  check({
    code: 'Z-01',
    title: '项目代码的校验位',
    level: 'block',
    basis: PROJECT_CODE,
    reads: ['project'],
    run: ({ project }) => codeFaults(project),
  }),
  check({
    code: 'Z-02',
    title: '支出属于正在登记的预算年度',
    level: 'block',
    basis: BUDGET_LAW,
    reads: ['day'],
    run({ day }, { today, policy }) {
      const open = addDays(today, -policy.number('ledger-line.back-days'));
      return day.slice(0, 4) >= open.slice(0, 4)
        ? []
        : [
            {
              at: ['day'],
              message: `这是${day.slice(0, 4)}年的支出，${day.slice(0, 4)}年度已经不再登记`,
              en: 'This was paid in a budget year that is closed',
              todo: '请核对是不是选错了年度的文件；确要补记上一年度的，请先由管理员延长补记天数',
            },
          ];
    },
  }),
  check({
    code: 'Z-03',
    title: '支付日期不在今天之后',
    level: 'block',
    basis: BUDGET_LAW,
    reads: ['day'],
    run: ({ day }, { today }) =>
      day > today
        ? [
            {
              at: ['day'],
              message: `支付日期${day}还没有到`,
              en: 'The day of payment is still to come',
              todo: '只登记已经付出的款，请核对日期',
            },
          ]
        : [],
  }),
  check({
    code: 'Z-04',
    title: '金额不为零',
    level: 'block',
    basis: BUDGET_LAW,
    reads: ['amount'],
    run: ({ amount }) =>
      /[1-9]/.test(amount)
        ? []
        : [
            {
              at: ['amount'],
              message: '金额是零',
              en: 'The amount is nothing',
              todo: '没有发生支出的行请删去',
            },
          ],
  }),
  check({
    code: 'Z-05',
    title: '基本支出没有项目代码',
    level: 'block',
    basis: BUDGET_LAW,
    reads: ['sort', 'project'],
    run: ({ sort, project }) =>
      sort === 'basic' && project !== ''
        ? [
            {
              at: ['sort'],
              message: '填了项目代码，却写作基本支出',
              en: 'A project is named although it is basic expenditure',
              todo: '请改为项目支出，或删去项目代码',
            },
          ]
        : [],
  }),
];
