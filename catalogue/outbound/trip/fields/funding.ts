import { choice, decimal, integer, text, yuan, type RowOf } from '@zhitongche/form';
import { OPTIONS } from '../choices.ts';

/** Amounts are in the currency their row names. */
const CURRENCY = { column: 'currency', otherwise: '（未选币种）' };

/** Columns of international air fares: one row per cabin; how many travel in it follows from the members. */
export const fareColumns = {
  cabin: choice('舱位', OPTIONS.cabins, { required: true }),
  fare: yuan('往返票价每人', { required: true }),
  carrier: choice(
    '承运人',
    [
      { value: 'chinese', label: '我国航空公司' },
      { value: 'foreign', label: '外国航空公司' },
    ],
    { required: true },
  ),
  reason: text('选择外国航空公司的理由和事前审批情况', {
    max: 200,
    shown: (row) => row.carrier === 'foreign',
  }),
};

/** One fare. */
export type Fare = RowOf<typeof fareColumns>;

/** Columns of journeys abroad reimbursed at cost; airport transfers are treated like inter-city travel. */
export const journeyColumns = {
  kind: choice('类别', OPTIONS.journeys, { required: true }),
  from: text('起点', { max: 40, required: true }),
  to: text('终点', { max: 40, required: true }),
  means: text('交通工具', { max: 40, required: true }),
  currency: choice('币种', OPTIONS.currencies, { required: true }),
  amount: decimal('每人金额', { scale: 2, min: '0', required: true, currency: CURRENCY }),
  persons: integer('人数', { min: 1, max: 999, required: true }),
};

/** One journey. */
export type Journey = RowOf<typeof journeyColumns>;

/** Columns of other fees: visa, insurance, vaccination, registration. */
export const feeColumns = {
  kind: choice('费用', OPTIONS.otherFees, { required: true }),
  currency: choice('币种', OPTIONS.currencies, { required: true }),
  amount: decimal('每人金额', { scale: 2, min: '0', required: true, currency: CURRENCY }),
  persons: integer('人数', { min: 1, max: 999, required: true }),
  note: text('说明', { max: 100 }),
};

/** One other fee. */
export type Fee = RowOf<typeof feeColumns>;
