import { planRemarks } from '@zhitongche/budget';
import { checksFor } from '@zhitongche/case';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { codeFaults, PROJECT_CODE } from '../../shared/project-code.ts';
import type { ceilingForm } from './form.ts';
import { planOf } from './ceiling.ts';

const check = checksFor<typeof ceilingForm>();

/** What does not fit in a ceiling. */
export const checks = [
  check({
    code: 'E-01',
    title: '项目代码的校验位',
    level: 'block',
    basis: PROJECT_CODE,
    reads: ['project'],
    run: ({ project }) => codeFaults(project),
  }),
  check({
    code: 'E-02',
    title: '支出计划逐期不减，年底到100%',
    level: 'warn',
    basis: BUDGET_LAW,
    reads: ['name'],
    run: (answers) =>
      planRemarks(planOf(answers)).map((message) => ({
        at: ['december'],
        message: `支出计划：${message}`,
        en: 'The payment plan falls, or ends at another figure than 100 %',
        todo: '请核对；批复的计划就是这样的，简述理由即可',
      })),
  }),
];
