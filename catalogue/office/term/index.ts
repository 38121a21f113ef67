import { addMonths, isDay, stop } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { choice, date, onePage, options, page, table, text } from '@zhitongche/form';
import { defineRegister, linesOf, move, STAYS } from '@zhitongche/register';
import { WHOLE_OFFICE } from '../../shared/desk-readers.ts';
import { samples } from './samples.ts';

const RULE = { title: '本单位翻译工作规定', article: '译名审定后统一使用', unconfirmed: true } as const;
const LANGUAGES = { en: '英语', fr: '法语', ru: '俄语', es: '西班牙语', ja: '日语', ko: '韩语', de: '德语' };
const FIELDS = { body: '机构和职务', politics: '政治', economy: '经贸', culture: '文化', place: '地名' };

const termForm = onePage('术语', {
  zh: text('中文', { max: 100, required: true, width: 6 }),
  language: choice('语种', options(LANGUAGES), { required: true, width: 3 }),
  field: choice('领域', options(FIELDS), { required: true, width: 3 }),
  foreign: text('译名', { max: 200, required: true, width: 6 }),
  short: text('缩写', { max: 40, width: 3 }),
  source: text('出处', { max: 200, required: true, width: 6, help: '文件、网站或审定会' }),
  avoid: text('不用的译法', { max: 200, width: 6 }),
  note: text('用法', { max: 300, lines: 2 }),
});

const check = checksFor<typeof termForm>();

/** 外事术语: how this office says a Chinese term in another language, settled by two and used by everybody. */
export const terms = defineRegister({
  code: 'term',
  name: '外事翻译术语',
  noun: '术语',
  en: 'Terms for translators',
  category: '资源',
  what: '机构、职务、地名和专用语的统一译名：谁审定、出处、曾用译名。',
  basis: [RULE.title],
  measure: '条',
  form: termForm,
  set: page('审定', {
    settledOn: date('审定日期', { required: true, width: 6, past: true }),
    settledBy: text('审定人或审定会', { max: 100, required: true, width: 6 }),
    former: table(
      '曾用译名',
      {
        was: text('译名', { max: 200, required: true }),
        why: text('为什么改', { max: 200, required: true }),
      },
      { maxRows: 20, rowName: '个', names: ['was'] },
    ),
  }),
  checks: [
    check({
      code: 'Y-01',
      title: '译名是外文',
      level: 'block',
      basis: RULE,
      reads: ['language', 'foreign'],
      run: ({ language, foreign }) =>
        language !== 'ja' && /\p{Script=Han}/u.test(foreign)
          ? [{ at: ['foreign'], message: '译名里有汉字', en: 'Chinese characters', todo: '请填外文' }]
          : [],
    }),
  ],
  title: ({ zh, foreign }) => [zh, foreign].filter(Boolean).join(' ') || '术语',
  columns: ['language', 'field', 'short', 'settledOn', 'source'],
  later: ['avoid', 'settledBy'],
  unique: ['zh', 'language'],
  near: ['foreign'],
  order: 'name',
  stages: {
    list: {
      proposed: '拟译',
      settled: { label: '审定', edits: true },
      dropped: { label: '停用', ends: true },
    },
    moves: [
      move('settle', '审定', 'proposed', 'settled', { second: true, asks: ['settledOn', 'settledBy'] }),
      move('rename', '改译', 'settled', STAYS, {
        second: true,
        asks: {
          foreign: text('新译名', { max: 200, required: true }),
          why: text('为什么改', { max: 200, required: true }),
        },
        fits: (row, { foreign }) => [
          foreign === row.answers['foreign'] &&
            stop('term.same', 'foreign', '与现在的译名相同', 'The same name', '请填新的译名', RULE),
        ],
        sets: (row, { foreign, why }, { today }) => ({
          foreign,
          settledOn: today,
          former: [...linesOf(row, 'former'), { was: row.answers['foreign'] ?? '', why: why ?? '' }],
        }),
      }),
      move('review', '复核无误', 'settled', STAYS, { asks: ['settledOn', 'settledBy'] }),
      move('drop', '停用', ['proposed', 'settled'], 'dropped', {
        asks: { why: text('理由', { max: 200, required: true }) },
      }),
    ],
  },
  guards: ({ stage, answers: before }, answers) =>
    stage !== 'settled' || answers === null || answers['foreign'] === before['foreign']
      ? []
      : [stop('term.settled', 'foreign', '审定的译名不能直接改', 'Settled by two', '请“改译”', RULE)],
  dates: [
    {
      field: 'settledOn',
      label: '译名复核',
      of: ({ answers: { settledOn } }) => (isDay(settledOn) ? addMonths(settledOn, 24) : undefined),
      days: [30, 0],
      at: 'settled',
    },
  ],
  relations: [{ key: 'part-of', label: '上级术语', back: '下级术语', to: 'term', one: true, acyclic: true }],
  readers: [{ roles: WHOLE_OFFICE, rows: 'office' }],
  keepers: ['handler', 'division-head'],
  samples,
});
