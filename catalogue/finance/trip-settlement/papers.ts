import { isJsonObject, moneyText, type Table, yuanInCapitals } from '@zhitongche/base';
import type { PaperRow, RowPaper } from '@zhitongche/register';
import { BILL_CURRENCIES } from '../../shared/currencies.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { labelOf } from '../../shared/travel-words.ts';
import type { Settlement } from './form.ts';
import { sumOf } from './sums.ts';

const linesOf = ({ answers }: Pick<PaperRow, 'answers'>) =>
  (Array.isArray(answers['lines']) ? answers['lines'] : []).filter(isJsonObject);

const right = (text: string) => ({ text, align: 'right' as const });

/** 出访经费结算表: person by person and place by place, what was on the bills, what the host paid, what is recognised, what is above the standard. */
const build: RowPaper['build'] = ({ rows, office, today }) =>
  rows.flatMap((row) => {
    const { matter = '', group = '', exit = '', entry = '', rates = [] } = row.answers as Settlement;
    const lines = linesOf(row);
    const over = lines.filter((line) => textIn(line['note']).startsWith('超过'));
    const table: Table = {
      kind: 'table',
      size: 'dense',
      widths: [4, 8, 13, 16, 7, 10, 6, 12, 11, 12, 11, 13],
      header: [
        [
          '序号',
          '姓名',
          '费用',
          '地点',
          '币种',
          '标准',
          '夜、天',
          '票面',
          '接待方',
          '核定',
          '超标准',
          '核定（元）',
        ],
      ],
      rows: [
        ...lines.map((line, at) => [
          { text: `${at + 1}`, align: 'center' as const },
          textIn(line['who']),
          textIn(line['label']),
          textIn(line['place']),
          labelOf(BILL_CURRENCIES, textIn(line['currency'])),
          right(moneyText(textIn(line['standard']))),
          right(typeof line['count'] === 'number' ? `${line['count']}` : ''),
          right(moneyText(textIn(line['billed']))),
          right(moneyText(textIn(line['host']))),
          right(moneyText(textIn(line['allowed']))),
          right(line['over'] === '0.00' ? '' : moneyText(textIn(line['over']))),
          right(moneyText(textIn(line['cny']))),
        ]),
        [{ text: '合计', columns: 11, label: true }, right(moneyText(sumOf(lines)))],
      ],
      total: true,
    };
    return [
      { kind: 'title' as const, lines: ['因公临时出国经费结算表'] },
      {
        kind: 'paragraph' as const,
        text: `办件编号：${matter}　团组：${group}　出境：${exit}　入境：${entry}`,
      },
      table,
      ...rates.map(({ currency = '', day = '', rate = '', source = '' }) => ({
        kind: 'paragraph' as const,
        text: `折算率：1${labelOf(BILL_CURRENCIES, currency)}＝${rate}元（${day}，${source}）`,
      })),
      {
        kind: 'paragraph' as const,
        text: `核定金额（大写）：${yuanInCapitals(sumOf(lines))}`,
      },
      ...over.map((line) => ({
        kind: 'paragraph' as const,
        text: `${textIn(line['who'])} ${textIn(line['label'])}：${textIn(line['note'])}`,
      })),
      { kind: 'signature' as const, offices: [office], date: today },
    ];
  });

/** Papers of a settlement that was signed. */
export const papers: readonly RowPaper[] = [
  {
    key: 'settlement',
    title: '出访经费结算表',
    of: 'row',
    orientation: 'landscape',
    when: ({ stage }) => stage === 'settled',
    build,
  },
];
