import { addDays, daysBetween } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { defineRegister, type KeptRow } from '@zhitongche/register';
import { RETURN_DAYS } from '../../shared/return-days.ts';
import { CUSTODY, custodyRule, OVERDUE } from './basis.ts';
import { custodyForm, KINDS, set } from './form.ts';
import { samples } from './samples.ts';
import { stages } from './stages.ts';

const check = checksFor<typeof custodyForm>();
const isOut = ({ stage }: KeptRow): boolean => ['lent', 'abroad', 'overdue'].includes(stage);
const counts = ({ stage }: KeptRow): boolean => !['lost', 'cancelled', 'listed', 'destroyed'].includes(stage);

/** 证照保管: every official document piece by piece, on the shelf or with whom, until when, to its end. */
export const custody = defineRegister({
  code: 'custody',
  name: '证照保管',
  noun: '证件',
  en: 'Documents in custody',
  category: '证照',
  what: '每一本因公证照：在库、借出、送签、在外还是逾期，谁领走的，哪天该交回，最后怎么注销、销毁。',
  basis: [CUSTODY, OVERDUE.title],
  measure: '本',
  form: custodyForm,
  set,
  checks: [
    check({
      code: 'Z-01',
      title: '有效期晚于签发日期',
      level: 'block',
      basis: custodyRule('证照载明签发日期和有效期'),
      reads: ['issued', 'until'],
      run: ({ issued, until }) =>
        until <= issued
          ? [
              {
                at: ['until'],
                message: '有效期不晚于签发日期',
                en: 'Expires before its issue',
                todo: '请核对',
              },
            ]
          : [],
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    RETURN_DAYS,
    {
      key: 'custody.due-warn',
      label: '应交回前几天提醒（负数为逾期后几天）',
      type: 'list',
      default: ['10', '0', '-7', '-30'],
      unconfirmed: true,
    },
    {
      key: 'custody.expiry-warn',
      label: '证照到期前几天提醒',
      type: 'list',
      default: ['180', '90', '30'],
      unconfirmed: true,
    },
  ],
  title: ({ kind, unit, place }) =>
    [KINDS[kind as keyof typeof KINDS], unit?.title, place].filter(Boolean).join(' ') || '证照',
  cardFacts: ({ unit, until, place }) => [
    { label: '单位', value: unit?.title ?? '' },
    { label: '有效期至', value: until ?? '' },
    { label: '位置', value: place ?? '' },
  ],
  columns: [
    { key: 'kind', filter: true },
    { key: 'holder' },
    { key: 'unit' },
    { key: 'number' },
    { key: 'place' },
    { key: 'until' },
    { key: 'caseNumber' },
    { key: 'due' },
    {
      key: 'late',
      label: '逾期',
      on: ({ due }, today) =>
        typeof due === 'string' && due !== '' && due < today ? `${daysBetween(due, today)}天` : '',
    },
    { key: 'borrower', later: true },
    { key: 'issued', later: true },
    { key: 'cancelled', filter: true, later: true },
  ],
  unique: ['number'],
  near: ['kind', 'holder', 'unit'],
  org: 'unit',
  stages,
  dates: [
    { field: 'until', label: '证照到期', warn: 'custody.expiry-warn', when: counts },
    { field: 'due', label: '应交回', warn: 'custody.due-warn', after: 'fall-due', when: isOut },
  ],
  relations: [{ key: 'renews', label: '换发自', back: '换发为', to: 'custody', one: true, acyclic: true }],
  readers: [
    { roles: ['filer', 'signer'], rows: 'reach', clearance: 'personal' },
    { roles: ['window', 'handler', 'division-head', 'deputy-director', 'director'], rows: 'office' },
  ],
  keepers: ['passport-officer', 'city-reviewer'],
  samples: (today) => samples((days) => addDays(today, days)),
});
