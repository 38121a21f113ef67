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
  check({
    code: 'J-05',
    title: '本人的出境、入境在团组的日期之内',
    level: 'block',
    basis: funds516('据实核销'),
    reads: ['exit', 'entry', 'people'],
    run: ({ exit, entry, people }) =>
      people.flatMap((one, at) =>
        (['exit', 'entry'] as const).flatMap((key) => {
          const day = one[key];
          const [from, until] = [
            key === 'entry' && one.exit ? one.exit : exit,
            key === 'exit' && one.entry ? one.entry : entry,
          ];
          return !day || (day >= from && day <= until)
            ? []
            : [
                {
                  at: ['people', at, key],
                  message: `${one.name ?? ''}的日期不在${from}至${until}之内`,
                  en: 'Not within the days of the trip',
                  todo: '请核对；与团组相同的不用填',
                },
              ];
        }),
      ),
  }),
  check({
    code: 'J-06',
    title: '出访人员的姓名各不相同',
    level: 'block',
    basis: funds516('据实核销'),
    reads: ['people'],
    run: ({ people }) =>
      people.flatMap(({ name }, at) =>
        people.findIndex((one) => one.name === name) < at
          ? [
              {
                at: ['people', at, 'name'],
                message: `已有一人叫${name ?? ''}，分不清票据是谁的`,
                en: 'Two of one name',
                todo: '重复的请删去；确是同名的两人，请在姓名后注明，票据照写',
              },
            ]
          : [],
      ),
  }),
  check({
    code: 'J-07',
    title: '接待方承担住宿的城市没有自付的住宿费',
    level: 'block',
    basis: funds516('接待方承担的费用不得重复报销'),
    reads: ['stays', 'claims'],
    run: ({ stays, claims }) =>
      claims.flatMap(({ item, city, amount, host }, at) =>
        item === 'lodging' &&
        Number(amount ?? 0) > 0 &&
        !(Number(host ?? 0) > 0) &&
        stays.some((leg) => leg.hostCovers?.includes('lodging') === true && leg.city?.trim() === city?.trim())
          ? [
              {
                at: ['claims', at, 'host'],
                message: `${city ?? ''}的住宿由接待方承担`,
                en: 'The host pays for this lodging',
                todo: '请填接待方承担的金额；不由接待方承担的，请在停留地去掉“住宿”',
              },
            ]
          : [],
      ),
  }),
];
