import { checksFor } from '@zhitongche/case';
import { defineRegister, type KeptColumn } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { RULES } from './basis.ts';
import { sisterCityForm } from './form.ts';
import { stages } from './stages.ts';
import { invented } from './invented.ts';
import { TWELVE } from './twelve.ts';

const check = checksFor<typeof sisterCityForm>();

/** Part of the world, as the office's table of countries names it. */
const regionOf: NonNullable<KeptColumn['of']> = ({ country }, facts) => {
  const row = facts.table('countries').find(({ name }) => name === country);
  return typeof row?.region === 'string' ? row.region : '';
};

/** 国际友城: pairs of cities from the first wish to the list, and what falls asleep on it. */
export const sisterCities = defineRegister({
  code: 'sister-city',
  name: '国际友城',
  noun: '友城',
  en: 'Sister cities',
  category: '对外友好',
  what: '从意向、备忘录到报批、签署、在册的每一对友城，谁在办、等谁、多久没有往来。',
  basis: [RULES.title],
  measure: '对',
  form: sisterCityForm,
  checks: [
    check({
      code: 'F-01',
      title: '备忘录有效期不早于签署日',
      level: 'block',
      basis: RULES,
      reads: ['memorandumOn', 'memorandumUntil'],
      run: ({ memorandumOn, memorandumUntil }) =>
        memorandumUntil < memorandumOn
          ? [
              {
                at: ['memorandumUntil'],
                message: '备忘录有效期早于签署日期',
                en: 'The memorandum ends before it was signed',
                todo: '请核对两个日期',
              },
            ]
          : [],
    }),
  ],
  facts: { tables: ['countries'], lookups: {} },
  policies: [
    {
      key: 'sister-city.memorandum-warn',
      label: '备忘录到期前几天提醒',
      type: 'list',
      default: ['90', '30', '0'],
      unconfirmed: true,
    },
  ],
  title: ({ ours, theirs }) => (ours && theirs ? `${ours}与${theirs}` : (theirs ?? ours ?? '友城')),
  cardFacts: ({ country, ours }) => [
    { label: '国家', value: country ?? '' },
    { label: '我方', value: ours ?? '' },
  ],
  columns: [
    { key: 'theirs', later: true },
    { key: 'country', filter: true },
    { key: 'region', label: '地区', of: regionOf, filter: true },
    { key: 'ours', later: true },
    { key: 'relation', filter: true },
    { key: 'ourLevel', filter: true, later: true },
    { key: 'fields', filter: true, later: true },
    { key: 'memorandumUntil', later: true },
    { key: 'replyNumber', later: true },
    { key: 'agreementOn' },
  ],
  unique: ['ours', 'country', 'theirs'],
  near: ['theirs'],
  day: 'agreementOn',
  stages,
  dates: [
    {
      field: 'memorandumUntil',
      label: '备忘录到期',
      warn: 'sister-city.memorandum-warn',
      when: ({ stage }) => stage === 'memorandum' || stage === 'exchange',
    },
  ],
  relations: [],
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head', 'city-reviewer'],
  samples: (today) => [...TWELVE, ...invented(today)],
});
