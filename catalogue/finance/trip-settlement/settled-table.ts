import { decimal, integer, table, text } from '@zhitongche/form';
import type { Settled } from './compute.ts';

/** The lines of a settlement as the row keeps them: what was computed when it was, to be printed and proved. */
export const settledTable = table(
  '核算结果',
  {
    who: text('姓名', { max: 60, sensitivity: 'personal' }),
    label: text('费用', { max: 40 }),
    place: text('地点', { max: 120 }),
    currency: text('币种', { max: 8 }),
    standard: text('标准', { max: 20 }),
    count: integer('夜、天数'),
    billed: text('票面', { max: 24 }),
    host: text('接待方承担', { max: 24 }),
    allowed: text('核定', { max: 24 }),
    over: text('超标准', { max: 24 }),
    cny: decimal('核定（元）', { scale: 2 }),
    note: text('说明', { max: 300 }),
  },
  { maxRows: 20_000, rowName: '行', names: ['label', 'place'] },
);

/** A settlement as rows of that table. */
export const settledRows = ({ lines }: Settled) =>
  lines.map(({ item: _item, cny, ...line }) => ({ ...line, ...(cny === null ? {} : { cny }) }));
