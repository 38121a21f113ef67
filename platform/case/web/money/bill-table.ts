import { moneyText } from '@zhitongche/base';
import type { Shown } from '@zhitongche/case';
import type { Bill, Priced } from '@zhitongche/money';
import type { Language } from '@zhitongche/ui';

type Table = Extract<Shown, { kind: 'table' }>;

/** The lines of a bill as a table with its sum; the same while it is only foreseen and once it is fixed. */
export const billTable = (
  { lines, total, credit = '0.00' }: Pick<Priced, 'lines' | 'total'> & Partial<Pick<Bill, 'credit'>>,
  language: Language = 'zh',
  en: (text: string) => string = (text) => text,
): Table => {
  const say = (zh: string, other: string): string => (language === 'zh' ? zh : other);
  return {
    kind: 'table',
    columns: [
      { label: say('收费项目', 'For'), align: 'left' },
      { label: say('数量', 'Number'), align: 'right' },
      { label: say('单价（元）', 'Each (CNY)'), align: 'right' },
      { label: say('金额（元）', 'Amount (CNY)'), align: 'right' },
    ],
    rows: [
      ...lines.map((line) => [
        say(line.label, en(line.label)),
        `${line.quantity}${line.unit === '' || language === 'en' ? '' : ` ${line.unit}`}`,
        moneyText(line.price),
        moneyText(line.amount),
      ]),
      ...(credit === '0.00' ? [] : [[say('此前已缴', 'Paid before'), '', '', `-${moneyText(credit)}`]]),
    ],
    total: [say('合计', 'Total'), '', '', moneyText(total)],
    note: language === 'zh' ? basesOf(lines) : '',
  };
};

const basesOf = (lines: Priced['lines']): string => {
  const bases = [...new Set(lines.map(({ basis }) => basis).filter((basis) => basis !== ''))];
  return bases.length === 0 ? '' : `收费依据：${bases.join('；')}`;
};
