import { addDays } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { choice, date, identifier, onePage, options, page, pick, text } from '@zhitongche/form';
import { defineRegister, move } from '@zhitongche/register';

/** Why it is kept: the unit's own rule until somebody names a better one; a law or notice stands in 《》 as the library of laws has it. */
const RULE = {
  title: '本单位联络员管理规定',
  article: '一单位一名，任期届满前换届',
  unconfirmed: true,
} as const;

const liaisonForm = onePage('联络员', {
  name: text('姓名', { max: 40, required: true, width: 6 }),
  unit: pick('单位', 'org', { required: true, width: 6 }),
  sort: choice('类别', options({ main: '主', second: '副' }), { required: true, width: 6 }),
  phone: identifier('phone', '电话', { sensitivity: 'personal', width: 6 }),
  from: date('任期自', { required: true, width: 6 }),
  until: date('任期至', { required: true, width: 6, also: ['届满日期'] }),
});

const check = checksFor<typeof liaisonForm>();

/** 外事联络员: an example of a register, whole and ready to be copied. */
export const liaisons = defineRegister({
  code: 'example-liaison',
  name: '外事联络员',
  noun: '联络员',
  en: 'Liaison officers',
  category: '资源',
  what: '各单位谁是联络员，任期到哪天。',
  basis: [RULE.title],
  measure: '名',
  form: liaisonForm,
  set: page('离任', { leftOn: date('离任日期', { required: true, past: true }) }),
  checks: [
    check({
      code: 'E-01',
      title: '任期的止晚于起',
      level: 'block',
      basis: RULE,
      reads: ['from', 'until'],
      run: ({ from, until }) =>
        until <= from
          ? [
              {
                at: ['until'],
                message: '任期至不晚于任期自',
                en: 'It ends before it begins',
                todo: '请核对两个日期',
              },
            ]
          : [],
    }),
  ],
  unique: ['unit', 'sort'],
  near: ['name'],
  org: 'unit',
  stages: {
    list: { named: '推荐', serving: '在任', left: { label: '离任', ends: true } },
    moves: [
      move('confirm', '确认', 'named', 'serving'),
      move('leave', '离任', 'serving', 'left', { asks: ['leftOn'] }),
    ],
  },
  dates: [{ field: 'until', label: '任期届满', days: [60, 0], at: 'serving' }],
  readers: [
    { roles: ['filer'], rows: 'reach', clearance: 'personal' },
    { roles: ['window', 'division-head', 'director'], rows: 'office' },
  ],
  keepers: ['handler', 'city-reviewer'],
  samples: (today) => [
    {
      answers: {
        name: '示例甲',
        unit: { id: '', title: '云泽省商务厅' },
        sort: 'main',
        from: addDays(today, -400),
        until: addDays(today, 40),
      },
      ago: 390,
      moves: [{ move: 'confirm', ago: 380 }],
    },
  ],
});
