import { choice, integer, options, text, yuan } from '@zhitongche/form';
import { definePlan } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { papers } from './papers.ts';
import { samples } from './samples.ts';

/** 年度因公出访计划: what each unit means to do next year, consolidated by the city, approved by letter, done by trips. */
export const annualPlan = definePlan({
  code: 'annual-plan',
  name: '年度因公出访计划',
  noun: '计划团组',
  en: 'Annual plan of trips abroad',
  category: '因公出国',
  what: '各单位下一年的出访计划：单位报送，市外办汇总，省里批复；出访申报从计划里选，置换和调整都留着原来的。',
  measure: '个',
  basis: {
    title: '中办发〔2013〕16号《关于进一步规范省部级以下国家工作人员因公临时出国的意见》',
    article: '因公出国实行年度计划管理',
    unconfirmed: true,
  },
  fields: {
    group: text('团组名称', { max: 60, required: true, width: 8 }),
    kind: choice('计划类型', options({ control: '计划控制', separate: '计划单列', academic: '学术类' }), {
      required: true,
      width: 4,
    }),
    countries: text('拟访国家（地区）', { max: 120, required: true, width: 8, help: '多个用顿号分开' }),
    leader: text('负责人', { max: 60, width: 4 }),
    people: integer('人数', { min: 1, max: 999, unit: '人', required: true, width: 4 }),
    days: integer('天数', { min: 1, max: 365, unit: '天', required: true, width: 4 }),
    budget: yuan('预算合计', { width: 4 }),
    task: text('出访任务', { max: 300, lines: 2, required: true }),
  },
  plan: { outside: 'out.outside', rate: 'out.plan', underWay: '在外', ended: '已回国' },
  desks: {
    units: ['filer'],
    desks: ['city-reviewer', 'handler'],
    approves: ['handler', 'division-head'],
  },
  readers: [...DESK_AND_CITIES, { roles: ['filer', 'signer'], rows: 'reach' }],
  papers,
  samples,
});
