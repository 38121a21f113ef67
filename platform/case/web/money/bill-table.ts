import { moneyText } from '@zhitongche/base';
import type { Shown } from '@zhitongche/case';
import type { Bill, Priced } from '@zhitongche/money';

type Table = Extract<Shown, { kind: 'table' }>;

/** The lines of a bill as a table with its sum; the same while it is only foreseen and once it is fixed. */
export const billTable = ({
  lines,
  total,
  credit = '0.00',
}: Pick<Priced, 'lines' | 'total'> & Partial<Pick<Bill, 'credit'>>): Table => ({
  kind: 'table',
  columns: [
    { label: '收费项目', align: 'left' },
    { label: '数量', align: 'right' },
    { label: '单价（元）', align: 'right' },
    { label: '金额（元）', align: 'right' },
  ],
  rows: [
    ...lines.map((line) => [
      line.label,
      `${line.quantity}${line.unit === '' ? '' : ` ${line.unit}`}`,
      moneyText(line.price),
      moneyText(line.amount),
    ]),
    ...(credit === '0.00' ? [] : [['此前已缴', '', '', `-${moneyText(credit)}`]]),
  ],
  total: ['合计', '', '', moneyText(total)],
  note: basesOf(lines),
});

const basesOf = (lines: Priced['lines']): string => {
  const bases = [...new Set(lines.map(({ basis }) => basis).filter((basis) => basis !== ''))];
  return bases.length === 0 ? '' : `收费依据：${bases.join('；')}`;
};
