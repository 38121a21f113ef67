import { checksFor } from '@zhitongche/case';
import { date, onePage, text } from '@zhitongche/form';
import { defineRegister, move } from '@zhitongche/register';
import { custodyRule } from './basis.ts';
import { desks } from './desks.ts';
import { custodyForm, set } from './form.ts';
import { checks, from, kept } from './kept.ts';
import { lending } from './lending.ts';
import { papers } from './papers.ts';
import { ownSamples } from './samples.ts';
import { loss } from './stages.ts';

const check = checksFor<typeof custodyForm>();

/** 单位自管证照: ordinary official passports a unit keeps itself; its clerks see and keep those of their own unit, the office reads all. */
export const ownCustody = defineRegister({
  ...kept,
  code: 'custody-own',
  name: '单位自管证照',
  noun: '证件',
  en: 'Documents units keep themselves',
  what: '由派出单位自行保管的公务普通护照：在库、借出还是逾期，哪天该交回；只看得到本单位的。',
  form: custodyForm,
  set,
  checks: [
    ...checks,
    check({
      code: 'Z-03',
      title: '单位自管的只能是公务普通护照',
      level: 'block',
      basis: custodyRule('外交护照、公务护照由外事部门集中保管'),
      reads: ['kind'],
      run: ({ kind }) =>
        kind === 'ordinary'
          ? []
          : [
              {
                at: ['kind'],
                message: '这种证照由外事部门集中保管',
                en: 'The office keeps documents of this kind',
                todo: '请交外事部门登记保管',
              },
            ],
    }),
  ],
  stages: {
    first: 'in',
    list: {
      in: '在库',
      lent: '借出',
      abroad: '在外',
      overdue: '逾期',
      lost: { label: '遗失', ends: true },
      handed: { label: '已上交', ends: true },
    },
    moves: [
      ...lending,
      loss(['in', 'lent', 'abroad', 'overdue']),
      move('hand-in', '上交', 'in', 'handed', {
        form: onePage('上交外事部门', {
          handedOn: date('上交日期', { required: true, width: 6 }),
          why: text('原因', { max: 200, required: true, help: '离任、失效、换发等', width: 6 }),
        }),
        basis: custodyRule('失效、离任证照收回注销'),
      }),
    ],
  },
  papers: papers.filter(({ key }) => ['slip', 'notice', 'returned'].includes(key)),
  relations: [],
  readers: [
    { roles: ['signer'], rows: 'reach', clearance: 'personal' },
    ...desks.readers,
    { roles: ['passport-officer', 'city-reviewer'], rows: 'office', clearance: 'sensitive' },
  ],
  keepers: ['filer'],
  samples: (today) => ownSamples(from(today)),
});
