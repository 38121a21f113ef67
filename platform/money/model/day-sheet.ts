import { decimalOf, decimalText } from '@zhitongche/base';
import type { Amount } from './amount.ts';

/** A line of the bank's or the port's day sheet; money that went out is negative. */
export interface SheetEntry {
  readonly reference: string;
  readonly day: string;
  readonly amount: Amount;
  readonly memo: string;
}

/** What a sheet was read as, and what of it cannot be. */
export interface ReadSheet {
  readonly entries: readonly SheetEntry[];
  readonly problems: readonly string[];
}

const HEADS = {
  reference: [
    '流水号',
    '交易流水号',
    '银行流水号',
    '交易号',
    '交易单号',
    '凭证号',
    'reference',
    'transaction',
  ],
  day: ['交易日期', '日期', '入账日期', '记账日期', 'date', 'day'],
  into: ['收入', '收入金额', '贷方金额', '贷方发生额', '转入金额', 'credit'],
  out: ['支出', '支出金额', '借方金额', '借方发生额', '转出金额', '退款金额', 'debit'],
  amount: ['金额', '交易金额', '发生额', 'amount'],
  memo: ['摘要', '附言', '用途', '备注', 'memo'],
} as const;

type Head = keyof typeof HEADS;

/** Characters of a number of the bank. */
const LONGEST = 60;

const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\s（(].*$/u, '')
    .trim()
    .toLowerCase();

/** Columns of the line of heads; undefined for a line that is none. */
const headsIn = (cells: readonly string[]): Partial<Record<Head, number>> | undefined => {
  const found: Partial<Record<Head, number>> = {};
  for (const [at, cell] of cells.entries())
    for (const [head, words] of Object.entries(HEADS) as [Head, readonly string[]][])
      if (found[head] === undefined && words.includes(plain(cell))) found[head] = at;
  const amounts = found.amount !== undefined || found.into !== undefined;
  return found.reference !== undefined && found.day !== undefined && amounts ? found : undefined;
};

/** A day as banks write it. */
const dayIn = (cell: string): string | undefined => {
  const [, y = '', m = '', d = ''] =
    /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:\D.*)?$/.exec(cell.trim()) ?? [];
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return y !== '' && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
    ? day
    : undefined;
};

/** An amount as banks write it; empty and 0 are nothing. */
const amountIn = (cell: string | undefined): Amount | undefined => {
  const read = decimalOf((cell ?? '').replace(/[¥￥,，\s]|元$/gu, '').replace(/^\+/, ''));
  return read && read.scale <= 2 ? decimalText(read) : undefined;
};

const negated = (amount: Amount): Amount => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);

/** Reads the lines of a day sheet by the heads found on it; a line that is no movement of money (a sum, a blank) is passed over. */
export const readSheet = (rows: readonly (readonly string[])[]): ReadSheet => {
  const top = rows.findIndex((cells) => headsIn(cells) !== undefined);
  const heads = rows[top] && headsIn(rows[top]);
  if (!heads)
    return {
      entries: [],
      problems: ['没有找到表头：应有“交易日期”“流水号”和“收入”“支出”（或“金额”）各列。'],
    };
  const problems: string[] = [];
  const entries = rows.slice(top + 1).flatMap((cells, index): readonly SheetEntry[] => {
    const cell = (head: Head): string => (heads[head] === undefined ? '' : (cells[heads[head]] ?? '').trim());
    const reference = cell('reference');
    if (reference === '') return [];
    const line = `第${top + index + 2}行`;
    const day = dayIn(cell('day'));
    const into = amountIn(cell('into')) ?? amountIn(cell('amount'));
    const out = amountIn(cell('out'));
    const amount =
      into !== undefined && into !== '0.00'
        ? into
        : out !== undefined && out !== '0.00'
          ? negated(out)
          : undefined;
    if (day === undefined) problems.push(`${line}的日期“${cell('day')}”看不懂。`);
    if (amount === undefined) problems.push(`${line}（流水号${reference}）没有看得懂的金额。`);
    if (reference.length > LONGEST) problems.push(`${line}的流水号“${reference}”超过${LONGEST}个字符。`);
    return day === undefined || amount === undefined || reference.length > LONGEST
      ? []
      : [{ reference, day, amount, memo: cell('memo').slice(0, 200) }];
  });
  if (entries.length === 0 && problems.length === 0) problems.push('表中没有一笔收支。');
  return { entries, problems };
};
