import { blocking } from '@zhitongche/base';
import { choice, choices, date, form, identifier, options, pick, text } from '@zhitongche/form';
import { defineRegister, type KeptRow, type Move } from '@zhitongche/register';
import { CARDS, method, shanghai } from './basis.ts';
import { ECONOMIES } from './economies.ts';
import { OWNERSHIP } from './form.ts';

const PUBLIC: readonly unknown[] = ['organ', 'central', 'local'];
/** Cards of organs and state-owned companies stay with the office. */
const stays: NonNullable<Move['needs']> = ({ answers }: KeptRow) =>
  PUBLIC.includes(answers['ownership'])
    ? [
        blocking(`${CARDS}.kept-here`, [], '机关、国有企业的卡由外事部门集中保管', 'The office keeps it', {
          todo: '出访领用请办“借出”，回国后交回',
          basis: shanghai('国有企业的卡参照因公护照管理'),
        }),
      ]
    : [];

/** 卡片保管: every card, its holder, the economies printed on it, and where it is. */
export const apecCards = defineRegister({
  code: CARDS,
  name: 'APEC卡保管',
  noun: '卡片',
  en: 'APEC cards',
  category: '证照',
  what: '每一张APEC商务旅行卡：卡号、持卡人、有效期、已批经济体，在库、借出、企业自管、挂失还是注销。',
  basis: [method('').title],
  measure: '张',
  form: form({
    card: {
      title: '卡片',
      fields: {
        number: text('卡号', { max: 20, required: true, width: 4 }),
        issued: date('签发日期', { required: true, width: 4 }),
        until: date('有效期至', { required: true, width: 4 }),
        economies: choices('卡上的经济体', options(ECONOMIES), { required: true }),
        place: text('存放位置', { max: 60, width: 4 }),
        caseNumber: text('办件编号', { max: 40, width: 4 }),
      },
    },
    holder: {
      title: '持卡人',
      fields: {
        holder: text('持卡人', { max: 30, required: true, sensitivity: 'personal', width: 4 }),
        citizenId: identifier('citizen-id', '身份证号', { sensitivity: 'sensitive', width: 4 }),
        passport: identifier('passport', '护照号码', { sensitivity: 'sensitive', width: 4 }),
        company: text('企业', { max: 60, required: true, width: 4 }),
        uscc: identifier('uscc', '统一社会信用代码', { width: 4 }),
        ownership: choice('企业类型', options(OWNERSHIP), { required: true, width: 4 }),
        unit: pick('本系统中的单位', 'org', { width: 4, help: '单位由此看到本单位的卡' }),
      },
    },
  }),
  set: {
    title: '领用',
    fields: {
      borrower: text('领用人', { max: 30, sensitivity: 'personal' }),
      due: date('应交回'),
      ended: text('注销原因', { max: 200 }),
    },
  },
  title: ({ number }) => number ?? '卡片',
  cardFacts: ({ company, until }) => [
    { label: '企业', value: company ?? '' },
    { label: '有效期至', value: until ?? '' },
  ],
  columns: [
    { key: 'number', later: true },
    { key: 'holder' },
    { key: 'company' },
    { key: 'ownership', filter: true },
    { key: 'until' },
    { key: 'place' },
    { key: 'due' },
    { key: 'economies', later: true },
    { key: 'caseNumber', later: true },
  ],
  unique: ['number'],
  near: ['holder', 'company'],
  org: 'unit',
  order: 'due',
  stages: {
    first: 'in',
    list: {
      in: { label: '在库' },
      lent: { label: '借出' },
      out: { label: '企业自管' },
      lost: { label: '挂失' },
      cancelled: { label: '已注销', ends: true },
      destroyed: { label: '已销毁', ends: true },
    },
    moves: [
      {
        key: 'lend',
        label: '借出',
        from: ['in'],
        to: 'lent',
        form: form({
          lend: {
            title: '借出',
            fields: {
              borrower: text('领用人', { max: 30, required: true, sensitivity: 'personal', width: 6 }),
              due: date('应交回', { required: true, width: 6 }),
            },
          },
        }),
        sets: (_row, { borrower, due }) => ({ borrower, due }),
      },
      {
        key: 'return',
        label: '交回',
        from: ['lent', 'out'],
        to: 'in',
        sets: () => ({ borrower: '', due: '' }),
      },
      {
        key: 'hand-out',
        label: '交企业自管',
        from: ['in'],
        to: 'out',
        needs: stays,
        form: form({
          hand: {
            title: '交企业',
            fields: { borrower: text('领卡人', { max: 30, required: true, sensitivity: 'personal' }) },
          },
        }),
        sets: (_row, { borrower }) => ({ borrower }),
      },
      {
        key: 'lose',
        label: '挂失',
        from: ['in', 'lent', 'out'],
        to: 'lost',
        form: form({
          loss: {
            title: '挂失',
            fields: { how: text('时间、地点、经过', { max: 300, lines: 2, required: true }) },
          },
        }),
        sets: () => ({ due: '' }),
        basis: shanghai('遗失的先报警'),
      },
      {
        // The case alone: two officers and a head have agreed to it.
        key: 'cancel',
        label: '注销',
        from: ['in', 'lent', 'out', 'lost'],
        to: 'cancelled',
        roles: [],
        form: form({ end: { title: '注销', fields: { ended: text('原因', { max: 200, required: true }) } } }),
        sets: (_row, { ended }) => ({ ended, due: '' }),
      },
      { key: 'destroy', label: '销毁', from: ['cancelled'], to: 'destroyed', second: true },
    ],
  },
  dates: [
    {
      field: 'until',
      label: 'APEC卡到期',
      days: [180, 90, 30],
      tells: ['filer'],
      when: ({ stage }) => stage === 'in' || stage === 'lent' || stage === 'out',
    },
    {
      field: 'due',
      label: '应交回APEC卡',
      days: [7, 0, -7],
      tells: ['filer'],
      when: ({ stage }) => stage === 'lent',
    },
  ],
  readers: [
    { roles: ['window', 'division-head', 'deputy-director', 'director'], rows: 'office' },
    { roles: ['filer', 'signer', 'city-reviewer'], rows: 'reach', clearance: 'personal' },
  ],
  keepers: ['handler', 'passport-officer'],
  samples: () => [
    {
      by: 'consular',
      answers: {
        number: 'CHN2500001',
        issued: '2025-04-01',
        until: '2030-03-31',
        economies: ['JPN', 'KOR', 'SGP'] as const,
        place: '丁柜1层',
        holder: '祝云帆',
        company: '云泽能源投资集团有限公司',
        ownership: 'local',
      },
    },
    {
      by: 'consular',
      answers: {
        number: 'CHN2500002',
        issued: '2025-06-10',
        until: '2030-06-09',
        economies: ['JPN', 'MYS', 'THA', 'VNM'] as const,
        place: '丁柜1层',
        holder: '宁远舟',
        company: '云泽国际经济技术合作有限责任公司',
        ownership: 'local',
      },
      moves: [{ move: 'lend', data: { borrower: '宁远舟', due: '2026-12-20' }, ago: 10 }],
    },
  ],
});
