import { checksFor } from '@zhitongche/case';
import { date, text } from '@zhitongche/form';
import { definePlan, itemOf, type PlanForm, plannedOf } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { reportsOf } from './measures.ts';
import { samples } from './samples.ts';

export { researchMeasures } from './measures.ts';

const BASIS = { title: '本单位年度工作计划', unconfirmed: true } as const;

const fields = {
  topic: text('调研课题', { max: 80, required: true, width: 8 }),
  leader: text('牵头负责人', { max: 40, required: true, width: 4 }),
  months: text('调研月份', { max: 40, required: true, width: 4, help: '如 3—4月、9月' }),
  reportDue: date('报告完成期限', { required: true, width: 4 }),
  places: text('拟去地方', { max: 120, width: 8 }),
  aim: text('要回答的问题', { max: 400, lines: 3 }),
};

/** 年度调研计划: topics of the year, who leads them, in which months, and when the report is due. */
export const researchPlan = definePlan({
  code: 'research-plan',
  name: '年度调研计划',
  noun: '调研课题',
  en: 'Plan of research',
  category: '调研',
  what: '各处室一年的调研课题：报送、汇总、批准；每次调研登记去的日子和报告完成的日子，对照计划看执行。',
  measure: '次',
  basis: BASIS,
  fields,
  plan: { rate: 'research.plan', underWay: '报告未完成', ended: '报告已完成' },
  byHand: {
    roles: ['handler', 'division-head'],
    matter: '调研',
    number: '报告题目',
    from: '调研开始',
    until: '报告应交',
    backOn: '报告完成',
  },
  checks: [
    checksFor<PlanForm<typeof fields>>()({
      code: 'R-01',
      title: '报告完成期限不早于计划日期',
      level: 'block',
      basis: BASIS,
      reads: ['planned', 'reportDue'],
      run: ({ planned, reportDue }) =>
        reportDue < planned
          ? [{ at: ['reportDue'], message: '早于计划日期', en: 'Before it begins', todo: '请核对两个日期' }]
          : [],
    }),
  ],
  dates: [
    {
      field: 'reportDue',
      label: '调研报告到期',
      days: [30, 7, 0, -1],
      when: (row) => row.stage === 'approved' && reportsOf(row).length < plannedOf(itemOf(row)),
    },
  ],
  desks: { units: ['division-head'], desks: ['handler'], approves: ['deputy-director', 'director'] },
  readers: DESK_AND_CITIES,
  samples,
});
