import { choice, decimal, integer, options, table, text } from '@zhitongche/form';
import { BILL_CURRENCIES } from '../../shared/currencies.ts';
import type { Settled } from './compute.ts';

const inCurrency = (label: string) =>
  decimal(label, { scale: 2, currency: { column: 'currency', otherwise: '币种' } });

/** The lines of a settlement as the row keeps them: what was computed when it was, to be printed and proved. */
export const settledTable = table(
  '核算结果',
  {
    who: text('姓名', { max: 60, sensitivity: 'personal' }),
    label: text('费用', { max: 40 }),
    place: text('地点', { max: 120 }),
    currency: choice('币种', options(BILL_CURRENCIES)),
    standard: inCurrency('标准'),
    count: integer('夜、天数'),
    billed: inCurrency('票面'),
    host: inCurrency('接待方承担'),
    allowed: inCurrency('核定'),
    over: inCurrency('超标准'),
    cny: decimal('折合', { scale: 2, unit: '元' }),
    note: text('说明', { max: 300 }),
  },
  { maxRows: 20_000, rowName: '行', names: ['label', 'place'] },
);

/** A settlement as rows of that table; what a line does not have is left out. */
export const settledRows = ({ lines }: Settled) =>
  lines.map(({ item: _item, ...line }) =>
    Object.fromEntries(Object.entries(line).filter(([, value]) => value !== '' && value !== null)),
  );
