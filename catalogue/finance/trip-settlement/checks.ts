import { checksFor } from '@zhitongche/case';
import { funds516 } from '../../shared/travel-basis.ts';
import type { settlementForm } from './form.ts';

const check = checksFor<typeof settlementForm>();

/** What does not fit in a settlement. */
export const checks = [
  check({
    code: 'J-01',
    title: '入境不早于出境',
    level: 'block',
    basis: funds516('据实核销'),
    reads: ['exit', 'entry'],
    run: ({ exit, entry }) =>
      entry < exit
        ? [{ at: ['entry'], message: '入境早于出境', en: 'It ends before it begins', todo: '请核对两个日期' }]
        : [],
  }),
  check({
    code: 'J-02',
    title: '每种外币一个折算率',
    level: 'block',
    basis: funds516('按折算率折合人民币'),
    reads: ['rates'],
    run: ({ rates }) =>
      rates.flatMap(({ currency }, at) =>
        rates.findIndex((one) => one.currency === currency) < at
          ? [
              {
                at: ['rates', at, 'currency'],
                message: '这种币种已经有一个折算率',
                en: 'This currency has a rate already',
                todo: '每种外币只留一行',
              },
            ]
          : [],
      ),
  }),
  check({
    code: 'J-03',
    title: '折算率的日期不在今天之后',
    level: 'block',
    basis: funds516('按折算率折合人民币'),
    reads: ['rates'],
    run: ({ rates }, { today }) =>
      rates.flatMap(({ day }, at) =>
        day && day > today
          ? [
              {
                at: ['rates', at, 'day'],
                message: '这一天还没有到',
                en: 'Still to come',
                todo: '请填已公布的折算率',
              },
            ]
          : [],
      ),
  }),
  check({
    code: 'J-04',
    title: '接待方承担不多于票面',
    level: 'block',
    basis: funds516('接待方承担的费用不得重复报销'),
    reads: ['claims'],
    run: ({ claims }) =>
      claims.flatMap(({ amount, host }, at) =>
        amount && host && Number(host) > Number(amount)
          ? [
              {
                at: ['claims', at, 'host'],
                message: '接待方承担的多于票面金额',
                en: 'The host paid more than the bill',
                todo: '请核对两个金额',
              },
            ]
          : [],
      ),
  }),
];
