import { form } from '@zhitongche/form';
import { defineRegister, type KeptRow } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { policiesOf } from '../../shared/policies.ts';
import { milestones, projectForm } from './form.ts';
import { samples } from './samples.ts';
import { dueByApproval, dueByContract, dueDays, projectOf, stages } from './stages.ts';

const { key, words } = policiesOf('it-project');

const runs = ({ stage }: KeptRow): boolean => stage !== 'finished' && stage !== 'stopped';

/** 信息化项目: approval, contract, subsystems, trial run and final acceptance, held to the days both beginnings give. */
export const itProjects = defineRegister({
  code: 'it-project',
  name: '信息化项目',
  noun: '项目',
  en: 'IT projects',
  category: '系统运维',
  what: '每个信息化项目：批复、合同、子系统验收、试运行、终验；批复和合同两个期限各自提醒。',
  basis: ['河北省外办2024年度部门预算：信息化建设项目'],
  measure: '个',
  form: projectForm,
  set: form({ milestones: { title: '进度', fields: milestones } }).milestones,
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [words('warn', '终验期限前几天提醒（负数为逾期后几天）', ['60', '30', '7', '0', '-30'])],
  title: ({ name }) => name ?? '项目',
  columns: [
    { key: 'number', later: true },
    { key: 'approved' },
    { key: 'contracted' },
    { key: 'due', label: '终验期限', of: (answers) => dueDays(answers).join('、') },
    { key: 'finished' },
    { key: 'amount', later: true },
  ],
  unique: ['name'],
  day: 'approved',
  order: 'due',
  stages,
  dates: [
    {
      field: 'approved',
      label: '批复后终验期限',
      warn: key('warn'),
      of: (row) => dueByApproval(projectOf(row)),
      when: runs,
    },
    {
      field: 'contracted',
      label: '合同后终验期限',
      warn: key('warn'),
      of: (row) => dueByContract(projectOf(row)),
      when: runs,
    },
  ],
  relations: [],
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
