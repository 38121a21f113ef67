import { defineRegister } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { policiesOf } from '../../shared/policies.ts';
import { assessmentForm, reportForm } from './form.ts';
import { samples } from './samples.ts';
import { assessmentOf, openFindings, stages } from './stages.ts';

const { key, words } = policiesOf('assessment');

/** 安全测评: what was agreed, what the report says, and what became of each finding. */
export const assessments = defineRegister({
  code: 'assessment',
  name: '安全测评',
  noun: '测评',
  en: 'Security assessments',
  category: '系统运维',
  what: '每次等级保护测评、漏洞扫描、密码评估：约定哪天完成，得几分，查出的问题各整改了没有。',
  basis: ['河北省外办2024年度部门预算：网络安全和信息化运维经费'],
  measure: '次',
  form: assessmentForm,
  set: reportForm.main,
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [words('warn', '约定完成日前几天提醒（负数为逾期后几天）', ['30', '7', '0', '-7'])],
  title: ({ system, sort }) =>
    [system, sort && assessmentForm.assessment.fields.sort.options.find(({ value }) => value === sort)?.label]
      .filter(Boolean)
      .join(' ') || '测评',
  columns: [
    { key: 'system', later: true },
    { key: 'sort', filter: true },
    { key: 'due' },
    { key: 'reported' },
    { key: 'score' },
    { key: 'verdict', later: true },
    { key: 'open', label: '未整改', of: (answers) => String(openFindings(answers).length) },
  ],
  near: ['system', 'sort', 'due'],
  day: 'due',
  order: 'due',
  stages,
  dates: [
    {
      field: 'due',
      label: '测评约定完成',
      warn: key('warn'),
      when: ({ stage }) => stage === 'planned' || stage === 'running',
    },
    {
      field: 'findings',
      label: '测评问题待整改',
      warn: key('warn'),
      of: (row) => (openFindings(assessmentOf(row)).length > 0 ? assessmentOf(row).due : undefined),
      when: ({ stage }) => stage === 'reported',
    },
  ],
  relations: [{ key: 'of', label: '测评的系统', back: '测评', to: 'it-system', one: true }],
  begins: [
    {
      from: 'it-system',
      label: '登记测评',
      ties: 'of',
      answers: ({ answers: { name } }) => (typeof name === 'string' ? { system: name } : {}),
    },
  ],
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
