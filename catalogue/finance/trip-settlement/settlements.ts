import { moneyText } from '@zhitongche/base';
import { date, decimal, integer, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { TRANSPORT_SHARE } from '../../shared/transport-share.ts';
import { checks } from './checks.ts';
import { settlementForm } from './form.ts';
import { papers } from './papers.ts';
import { samples } from './samples.ts';
import { settledTable } from './settled-table.ts';
import { stages } from './stages.ts';

/** 出访经费结算: what a returned trip is paid, person by person and city by city, against the standards. */
export const tripSettlements = defineRegister({
  code: 'trip-settlement',
  name: '出访经费结算',
  noun: '结算单',
  en: 'Settlements of trips',
  category: '支出台账',
  what: '一次出访结算一张：每人、每地、每项按434号标准和当天折算率核定，接待方承担的减去，超标准的写明；证件交回、报告提交后由两人办理，入账的支出同时进支出台账。',
  basis: [
    '财行〔2013〕516号《因公临时出国经费管理办法》',
    '财行〔2017〕434号《关于调整因公临时出国住宿费标准等有关事项的通知》',
  ],
  measure: '张',
  form: settlementForm,
  set: {
    title: '核算',
    fields: {
      cny: decimal('核定合计', { scale: 2, unit: '元' }),
      over: integer('超标准的项数', { unit: '项' }),
      paidOn: date('支付日期'),
      reason: text('不结算的原因', { max: 300 }),
      lines: settledTable,
    },
  },
  checks,
  facts: { tables: ['per-diem', 'countries'], lookups: {} },
  policies: [TRANSPORT_SHARE],
  title: ({ group, matter }) => [matter, group].filter(Boolean).join(' ') || '结算单',
  cardFacts: ({ exit, entry }) => [
    { label: '出境', value: exit ?? '' },
    { label: '入境', value: entry ?? '' },
  ],
  columns: [
    { key: 'matter', later: true },
    { key: 'group', later: true },
    { key: 'exit' },
    { key: 'entry' },
    {
      key: 'total',
      label: '核定合计',
      of: ({ cny }) => (typeof cny === 'string' ? `${moneyText(cny)}元` : ''),
    },
    { key: 'over' },
    { key: 'paidOn' },
  ],
  unique: ['matter'],
  day: 'exit',
  stages,
  readers: [{ roles: ['countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['finance-officer'],
  papers,
  samples,
});
