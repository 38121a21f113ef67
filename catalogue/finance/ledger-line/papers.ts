import { decimalOf, decimalText, moneyText, type Table, total, ZERO } from '@zhitongche/base';
import type { RowPaper } from '@zhitongche/register';
import type { Line } from './form.ts';

/** 支出明细表: the lines a finance officer has before him, with their sum. */
export const papers: readonly RowPaper[] = [
  {
    key: 'lines',
    title: '支出明细表',
    of: 'list',
    orientation: 'landscape',
    when: ({ stage }) => stage === 'booked',
    build: ({ rows, office, today }) => {
      const lines = rows
        .map(({ answers }) => answers as Line)
        .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
      const sum = decimalText(total(lines.map(({ amount }) => decimalOf(amount) ?? ZERO)));
      const table: Table = {
        kind: 'table',
        size: 'dense',
        widths: [4, 9, 12, 24, 18, 9, 18, 12],
        header: [['序号', '支付日期', '凭证号', '摘要', '收款人', '经济分类', '项目代码', '金额（元）']],
        rows: [
          ...lines.map((line, at) => [
            { text: `${at + 1}`, align: 'center' as const },
            line.day ?? '',
            line.voucher ?? '',
            line.summary ?? '',
            line.payee ?? '',
            line.economic ?? '',
            line.project ?? '',
            { text: moneyText(line.amount ?? ''), align: 'right' as const },
          ]),
          [
            { text: '合计', columns: 7, label: true },
            { text: moneyText(sum), align: 'right' as const },
          ],
        ],
        total: true,
      };
      return [
        { kind: 'title', lines: ['支出明细表'] },
        table,
        { kind: 'signature', offices: [office], date: today },
      ];
    },
  },
];
