import { addMonths, isDay } from '@zhitongche/base';
import { figure } from '@zhitongche/office';
import { defineRegister, linesOf } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { friendForm, set } from './form.ts';
import { samples } from './samples.ts';
import { stages } from './stages.ts';

/** 海外友人: who our friends abroad are, who knows them, how to receive them, and their way to an honour. */
export const friendsAbroad = defineRegister({
  code: 'friend-abroad',
  name: '海外友人',
  noun: '友人',
  en: 'Friends abroad',
  category: '对外友好',
  what: '海外友好人士：谁熟悉、怎样接待、往来多少、荣誉从推荐到授予和续聘。',
  basis: ['山西省外办2024年度部门预算：外事资源库（海外友好人士信息）'],
  measure: '位',
  form: friendForm,
  set,
  title: ({ name, original }) => [name, original].filter(Boolean).join(' ') || '友人',
  columns: [
    'country',
    'post',
    'fields',
    'honour',
    'until',
    { key: 'met', label: '往来', of: (answers) => `${linesOf({ answers }, 'meetings').length}次` },
  ],
  later: ['city'],
  unique: ['original', 'country'],
  near: ['name'],
  order: 'name',
  stages,
  dates: [
    { field: 'until', label: '聘期到期', days: [90, 30, 0], at: 'honoured', after: 'lapse' },
    {
      field: 'checkedOn',
      label: '联系方式核对',
      of: ({ answers: { checkedOn } }) => (isDay(checkedOn) ? addMonths(checkedOn, 12) : undefined),
      days: [0],
      when: ({ stage }) => stage !== 'ended',
    },
  ],
  policies: [figure('friend-abroad.meetings', '推荐荣誉前至少往来几次', 2, { unit: '次' })],
  relations: [{ key: 'city', label: '所在友城', back: '海外友人', to: 'sister-city', one: true }],
  readers: [
    ...DESK_AND_CITIES,
    { roles: ['deputy-director', 'director'], rows: 'office', clearance: 'sensitive' },
  ],
  keepers: ['handler', 'division-head'],
  samples,
});
