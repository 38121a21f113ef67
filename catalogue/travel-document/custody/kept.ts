import { addDays, blocking, daysBetween } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import type { KeptColumn, KeptRow, RegisterKind } from '@zhitongche/register';
import { RETURN_DAYS } from '../../shared/return-days.ts';
import { custodyRule, OVERDUE, CUSTODY } from './basis.ts';
import { cabinetOf, type Custody, type custodyForm, KINDS } from './form.ts';

const check = checksFor<typeof custodyForm>();
const isOut = ({ stage }: KeptRow): boolean => ['lent', 'abroad', 'overdue'].includes(stage);
const counts = ({ stage }: KeptRow): boolean =>
  !['lost', 'cancelled', 'listed', 'destroyed', 'handed'].includes(stage);

/** Days on which somebody is told, one figure for whoever keeps a document. */
const DAYS: readonly PolicyDef[] = [
  RETURN_DAYS,
  {
    key: 'custody.due-warn',
    label: '应交回前几天提醒（负数为逾期后几天）',
    type: 'list',
    default: ['10', '0', '-7', '-30'],
    unconfirmed: true,
    shared: true,
  },
  {
    key: 'custody.expiry-warn',
    label: '证照到期前几天提醒',
    type: 'list',
    default: ['180', '90', '30'],
    unconfirmed: true,
    shared: true,
  },
];

/** Whole and in order: what is asked of every document, whoever keeps it. */
export const checks = [
  check({
    code: 'Z-01',
    title: '有效期晚于签发日期',
    level: 'block',
    basis: custodyRule('证照载明签发日期和有效期'),
    reads: ['issued', 'until'],
    run: ({ issued, until }) =>
      until <= issued
        ? [{ at: ['until'], message: '有效期不晚于签发日期', en: 'Expires before its issue', todo: '请核对' }]
        : [],
  }),
  check({
    code: 'Z-02',
    title: '通行证写明持有人身份证号',
    level: 'block',
    basis: custodyRule('通行证逾期不交的，暂停持有人出访'),
    reads: ['kind'],
    run: ({ kind, citizenId }) =>
      kind === 'permit' && !citizenId
        ? [
            {
              at: ['citizenId'],
              message: '通行证没有写明持有人身份证号',
              en: 'A permit names its holder by number',
              todo: '请填写；通行证逾期只影响本人，凭这个号码认人',
            },
          ]
        : [],
  }),
];

/** What is out would be late no more, and nobody held to it, were it taken off the books. */
const guards: NonNullable<RegisterKind['guards']> = (row, answers) =>
  answers === null && isOut(row)
    ? [
        blocking('custody.out', [], '这一本借出未还，不能注销登记或合并', 'It is out', {
          todo: '请先登记“交回”；遗失的登记“报失”',
          basis: custodyRule('回国后7天内交回'),
        }),
      ]
    : [];

const COLUMNS: readonly KeptColumn[] = [
  { key: 'kind', filter: true },
  { key: 'holder' },
  { key: 'unit' },
  { key: 'number' },
  { key: 'place' },
  {
    key: 'cabinet',
    label: '柜',
    of: (answers) => cabinetOf(answers),
    filter: true,
    later: true,
  },
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
];

/** What every document has in common, whoever keeps it. */
export const kept = {
  category: '证照',
  basis: [CUSTODY, OVERDUE.title],
  measure: '本',
  facts: { tables: [], lookups: {} },
  policies: DAYS,
  title: ({ kind, unit, place }: Custody) =>
    [KINDS[kind as keyof typeof KINDS], unit?.title, place].filter(Boolean).join(' ') || '证照',
  cardFacts: ({ unit, until, place }: Custody) => [
    { label: '单位', value: unit?.title ?? '' },
    { label: '有效期至', value: until ?? '' },
    { label: '位置', value: place ?? '' },
  ],
  columns: COLUMNS,
  unique: ['number'],
  near: ['kind', 'holder', 'unit'],
  guards,
  org: 'unit',
  order: 'due',
  dates: [
    { field: 'until', label: '证照到期', warn: 'custody.expiry-warn', when: counts },
    {
      field: 'due',
      label: '应交回',
      warn: 'custody.due-warn',
      after: 'fall-due',
      when: isOut,
      tells: ['filer'],
    },
  ],
} as const;

/** Days counted from a day. */
export const from =
  (today: string) =>
  (days: number): string =>
    addDays(today, days);
