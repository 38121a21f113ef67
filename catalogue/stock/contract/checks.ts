import { compareDecimals, moneyText } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { CONTROL } from './basis.ts';
import { presentOn, sumOf } from './figures.ts';
import type { contractForm } from './form.ts';

const check = checksFor<typeof contractForm>();

/** What does not fit together in a contract. */
export const checks = [
  check({
    code: 'K-01',
    title: '履行止不早于履行起',
    level: 'block',
    basis: CONTROL,
    reads: ['from', 'until'],
    run: ({ from, until }) =>
      until < from
        ? [
            {
              at: ['until'],
              message: '履行止早于履行起',
              en: 'It ends before it begins',
              todo: '请核对两个日期',
            },
          ]
        : [],
  }),
  check({
    code: 'K-02',
    title: '付款合计不超过合同金额',
    level: 'block',
    basis: CONTROL,
    reads: ['amount', 'payments'],
    run: ({ amount, payments }) =>
      compareDecimals(sumOf(payments), amount) > 0
        ? [
            {
              at: ['payments'],
              message: `付款合计${moneyText(sumOf(payments))}元，超过合同金额${moneyText(amount)}元`,
              en: 'The payments exceed the contract',
              todo: '请核对各笔金额；金额有变更的，先录入变更后的合同金额',
            },
          ]
        : [],
  }),
  check({
    code: 'K-03',
    title: '付款日不在今天之后',
    level: 'block',
    basis: CONTROL,
    reads: ['payments'],
    run: ({ payments }, { today }) =>
      payments.flatMap(({ paidOn }, at) =>
        paidOn && paidOn > today
          ? [
              {
                at: ['payments', at, 'paidOn'],
                message: '付款日还没有到',
                en: 'The day of payment is still to come',
                todo: '只登记已经付出的款；计划中的日期写在“应付日”',
              },
            ]
          : [],
      ),
  }),
  check({
    code: 'K-04',
    title: '离场不早于到场',
    level: 'block',
    basis: CONTROL,
    reads: ['people'],
    run: ({ people }) =>
      people.flatMap(({ from, until }, at) =>
        from && until && until < from
          ? [
              {
                at: ['people', at, 'until'],
                message: '离场早于到场',
                en: 'Left before arriving',
                todo: '请核对两个日期',
              },
            ]
          : [],
      ),
  }),
  check({
    code: 'K-05',
    title: '履行期内在场人数不少于约定',
    level: 'warn',
    basis: CONTROL,
    reads: ['least', 'from', 'until'],
    run: ({ least, from, until, ...rest }, { today }) => {
      const present = presentOn(rest, today);
      return from <= today && today <= until && present < least
        ? [
            {
              at: ['people'],
              message: `今天在场${present}人，约定${least}人`,
              en: 'Fewer persons are present than agreed',
              todo: '请补录到场人员，或向对方提出',
            },
          ]
        : [];
    },
  }),
];
