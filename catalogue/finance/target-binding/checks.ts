import { parseTarget } from '@zhitongche/budget';
import { checksFor } from '@zhitongche/case';
import { asksInTime } from '@zhitongche/indicator';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import type { bindingForm } from './form.ts';

const check = checksFor<typeof bindingForm>();
const MEASURE = /^[a-z][a-z0-9.-]*(?:_[a-z0-9.-]+)*$/;

/** What does not fit in a binding. */
export const checks = [
  check({
    code: 'E-01',
    title: '由机器或问卷作答的，写明统计指标',
    level: 'block',
    basis: BUDGET_LAW,
    reads: ['way'],
    run: ({ way, measure = '' }) =>
      way === 'computed' || way === 'survey'
        ? MEASURE.test(measure)
          ? []
          : [
              {
                at: ['measure'],
                message: '没有写统计指标，或代码的写法不对。',
                en: 'The measure is missing or misspelt',
                todo: '请写“统计指标”页里的代码，如 out.own_groups；没有可用的，改为需人复核',
              },
            ]
        : [],
  }),
  check({
    code: 'E-02',
    title: '“按时”要写明比例和判定办法',
    level: 'block',
    basis: BUDGET_LAW,
    reads: ['way', 'target'],
    run: ({ way, target, measure, share, rule }) => {
      const asks =
        way === 'computed' &&
        measure !== 'ceiling' &&
        asksInTime(target, parseTarget(target, { year: '2000' }));
      return (asks || share || rule) && way === 'computed' && !(share && rule)
        ? [
            {
              at: [share ? 'rule' : 'share'],
              message: `“${target}”没有说多大比例、怎样算按时，机器不能作答。`,
              en: 'In time needs a share and a rule',
              todo: '请写应达到的比例，和怎样算按时',
            },
          ]
        : [];
    },
  }),
];
