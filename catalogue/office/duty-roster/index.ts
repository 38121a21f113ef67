import { choice, date, onePage, options, pick, text } from '@zhitongche/form';
import {
  defineRegister,
  rosterChecks,
  rosterSet,
  rosterStages,
  swapFacts,
  turnTitle,
} from '@zhitongche/register';
import { OFFICE_AND_CITIES } from '../../shared/desk-readers.ts';
import { DUTY, roster } from './roster.ts';
import { samples } from './samples.ts';

const labels = (of: Readonly<Record<string, { readonly label: string }>>) =>
  options(Object.fromEntries(Object.entries(of).map(([key, { label }]) => [key, label])));

const needs = (post: keyof typeof roster.posts) => ({
  key: roster.posts[post].needs,
  label: `${roster.posts[post].label}人数`,
  type: 'number' as const,
  unit: '人',
  default: 1,
  bounds: [0, 20] as const,
  unconfirmed: true as const,
});

/** 值班表: who is on duty when, at two posts round the clock; swapped by both, handed over by both. */
export const dutyRoster = defineRegister({
  code: 'duty-roster',
  name: '值班表',
  en: 'Duty roster',
  category: '值班',
  what: '二十四小时双人双岗：谁在哪一天值哪一班；换班双方同意，交接班双方签字，缺人的班标红。',
  basis: [DUTY.title],
  measure: '班',
  form: onePage('值班', {
    day: date('日期', { required: true, width: 4 }),
    shift: choice('班次', labels(roster.shifts), { required: true, width: 4 }),
    post: choice('岗位', labels(roster.posts), { required: true, width: 4 }),
    person: pick('值班人', 'account', { required: true, width: 6 }),
    remark: text('备注', { max: 100, width: 6 }),
  }),
  set: rosterSet,
  checks: rosterChecks('Z', roster, DUTY),
  facts: { tables: [], lookups: {} },
  policies: [needs('main'), needs('second')],
  title: (answers) => turnTitle(roster, answers) || '值班',
  cardFacts: swapFacts,
  columns: [
    { key: 'day' },
    { key: 'shift', filter: true },
    { key: 'post', filter: true },
    { key: 'person' },
    { key: 'relief', later: true },
    { key: 'handedAt', later: true },
    { key: 'takenAt', later: true },
  ],
  unique: ['day', 'shift', 'person'],
  day: 'day',
  roster,
  stages: rosterStages('duty-roster', roster, DUTY),
  dates: [],
  relations: [],
  readers: OFFICE_AND_CITIES,
  keepers: ['division-head'],
  samples,
});
