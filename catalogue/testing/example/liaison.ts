import { addDays } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { choice, date, form, identifier, options, pick, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';

/** Why it is kept: the unit's own rule until somebody names a better one; a law or notice stands in 《》 as the library of laws has it. */
const RULE = {
  title: '本单位联络员管理规定',
  article: '一单位一名，任期届满前换届',
  unconfirmed: true,
} as const;

const liaisonForm = form({
  who: {
    title: '联络员',
    fields: {
      name: text('姓名', { max: 40, required: true, width: 6 }),
      unit: pick('单位', 'org', { required: true, width: 6 }),
      sort: choice('类别', options({ main: '主', second: '副' }), { required: true, width: 6 }),
      phone: identifier('phone', '电话', { sensitivity: 'personal', width: 6 }),
      from: date('任期自', { required: true, width: 6 }),
      until: date('任期至', { required: true, width: 6, also: ['届满日期'] }),
    },
  },
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
  set: { title: '离任', fields: { leftOn: date('离任日期') } },
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
    first: 'named',
    list: { named: { label: '推荐' }, serving: { label: '在任' }, left: { label: '离任', ends: true } },
    moves: [
      { key: 'confirm', label: '确认', from: ['named'], to: 'serving' },
      {
        key: 'leave',
        label: '离任',
        from: ['serving'],
        to: 'left',
        form: form({ end: { title: '离任', fields: { on: date('离任日期', { required: true }) } } }),
        sets: (_row, { on }) => ({ leftOn: on }),
      },
    ],
  },
  dates: [{ field: 'until', label: '任期届满', days: [60, 0], when: ({ stage }) => stage === 'serving' }],
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
