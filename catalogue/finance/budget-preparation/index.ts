import { PREPARATION } from '@zhitongche/budget';
import { defineService, type Service } from '@zhitongche/case';
import {
  adoptedForm,
  approvalForm,
  controlForm,
  firstForm,
  publishedForm,
  requestForm,
  secondForm,
} from './act-forms.ts';
import { preparationBrief } from './brief.ts';
import { flow } from './flow.ts';
import { LAYOUTS, preparationForm, readPreparation } from './form.ts';
import { guide } from './guide.ts';
import { papers } from './papers.ts';
import { policies } from './policy.ts';
import { registers } from './registers.ts';
import { adoptedChecks, firstChecks, publishedChecks, secondChecks } from './rules.ts';

/** 部门预算编制: a department draws up next year's budget, up and down twice, and publishes it. */
export const budgetPreparation: Service = defineService({
  code: PREPARATION,
  name: '部门预算编制',
  en: 'Preparation of the department budget',
  version: 1,
  audience: ['unit'],
  filedBy: 'finance-officer',
  ownBeginning: true,
  category: '预算绩效',
  occasion: '编报预算',
  guide,
  form: preparationForm,
  forms: {
    request: { title: '报送需求', form: requestForm },
    first: { title: '提交一上', form: firstForm, checks: firstChecks },
    control: { title: '登记控制数', form: controlForm },
    second: { title: '提交二上', form: secondForm, checks: secondChecks },
    approval: { title: '登记批复', form: approvalForm },
    adopted: { title: '按批复定稿', form: adoptedForm, checks: adoptedChecks },
    published: { title: '登记公开', form: publishedForm, checks: publishedChecks },
  },
  checks: [],
  facts: { tables: [], lookups: { 'budget-draft': { provider: 'budget-draft', args: () => ({}) } } },
  policies,
  flow,
  papers,
  registers,
  computed: [],
  derive: () => ({}),
  summary(answers) {
    const { year, department, layout } = readPreparation(answers);
    return {
      title: `${year ?? ''}年部门预算`,
      facts: [
        { label: '部门', value: department ?? '' },
        { label: '版式', value: LAYOUTS[layout === 'shanxi' ? 'shanxi' : 'hebei'] },
      ],
      words: [department, year === undefined ? undefined : String(year)].filter((word) => word !== undefined),
    };
  },
  brief: preparationBrief,
  approved: '已定稿',
  sample: (today) => ({
    year: Number(today.slice(0, 4)) + 1,
    department: '某某省人民政府外事办公室',
    code: '438',
    layout: 'hebei',
    posts: 96,
    staff: 91,
  }),
});
