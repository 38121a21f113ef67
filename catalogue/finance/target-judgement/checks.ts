import { checksFor } from '@zhitongche/case';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import type { judgementForm } from './form.ts';

const check = checksFor<typeof judgementForm>();

/** What does not fit in a judgement. */
export const checks = [
  check({
    code: 'E-01',
    title: '不先于发生就下结论',
    level: 'block',
    basis: BUDGET_LAW,
    reads: ['day'],
    run: ({ day }, { today }) =>
      day && day > today
        ? [
            {
              at: ['day'],
              message: '评判日期还没有到。',
              en: 'The day of the judgement is still to come',
              todo: '请写看的那一天',
            },
          ]
        : [],
  }),
];
