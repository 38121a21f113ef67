import {
  type Block,
  decimalOf,
  decimalText,
  moneyText,
  plus,
  type Table,
  total,
  ZERO,
} from '@zhitongche/base';
import type { Ceiling } from '@zhitongche/register';
import type { CeilingStanding } from './ceiling-standing.ts';

/** The books of a year as its papers show them. */
export interface ExecutionTold {
  readonly year: number;
  readonly day: string;
  readonly office: string;
  readonly spent: string;
  readonly waiting: { readonly count: number; readonly amount: string };
  readonly uncovered: { readonly count: number; readonly amount: string };
  readonly ceilings: readonly ({
    readonly name: string;
    readonly amount: string;
    readonly publicExpense: Ceiling['publicExpense'];
  } & CeilingStanding)[];
  readonly publicExpenses: readonly {
    readonly key: string;
    readonly name: string;
    readonly months: readonly string[];
    readonly spent: string;
  }[];
}

/** Yuan as 万元, two places. */
export const tenThousands = (yuan: string): string => {
  const value = decimalOf(yuan) ?? ZERO;
  return moneyText(decimalText({ units: value.units, scale: value.scale + 4 }));
};

const right = (text: string) => ({ text, align: 'right' as const });
const money = (yuan: string | null) => right(yuan === null ? '' : tenThousands(yuan));
const share = (percent: string | null) => right(percent === null ? '' : `${percent}%`);

/** What is on a sheet and counted nowhere, in words: it is never left out in silence. */
const uncounted = ({ waiting, uncovered }: ExecutionTold): readonly Block[] => [
  ...(waiting.count > 0
    ? [
        {
          kind: 'paragraph' as const,
          text: `另有${waiting.count}笔、${tenThousands(waiting.amount)}万元待归类，没有计入上表任何一项。`,
        },
      ]
    : []),
  ...(uncovered.count > 0
    ? [
        {
          kind: 'paragraph' as const,
          text: `已入账的支出中有${uncovered.count}笔、${tenThousands(uncovered.amount)}万元不在任何一项额度里。`,
        },
      ]
    : []),
];

/** 支出进度表: each ceiling against its plan by a day. */
export const progressPaper = (told: ExecutionTold): readonly Block[] => {
  const table: Table = {
    kind: 'table',
    size: 'dense',
    widths: [4, 24, 10, 10, 8, 8, 9, 10, 9, 10, 10],
    header: [
      [
        '序号',
        '额度',
        '额度金额',
        '已支出',
        '支出率',
        '计划',
        '差（点）',
        '差额',
        '预留',
        '剩余',
        '预计全年',
      ],
    ],
    rows: told.ceilings.map((one, at) => [
      { text: `${at + 1}`, align: 'center' as const },
      one.name,
      money(one.amount),
      money(one.spent),
      share(one.paid),
      share(one.planned),
      right(one.points ?? ''),
      money(one.gap),
      money(one.reserved),
      money(one.left),
      money(one.forecast),
    ]),
    caption: '金额单位：万元。差＝支出率减计划进度，负数为慢于计划；两个时点之间的计划按天数推算。',
  };
  return [
    { kind: 'title', lines: [`${told.year}年支出进度表`, `（截至${told.day}）`] },
    table,
    ...uncounted(told),
    { kind: 'signature', offices: [told.office], date: told.day },
  ];
};

const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);

/** 三公经费月报: the three public expenses by month, against what may be spent. */
export const publicExpensePaper = (told: ExecutionTold): readonly Block[] => {
  const upTo = Number(told.day.slice(5, 7));
  const row = (
    name: string,
    months: readonly string[],
    spent: string,
    of: (typeof told.ceilings)[number] | undefined,
  ) => [
    name,
    money(of?.amount ?? null),
    ...months.map((month, at) => (at < upTo ? money(month) : '')),
    money(spent),
    money(of?.reserved ?? null),
    money(of?.left ?? null),
    share(of?.used ?? null),
  ];
  const all = MONTHS.map((_, at) =>
    decimalText(total(told.publicExpenses.map(({ months }) => decimalOf(months[at] ?? '') ?? ZERO))),
  );
  const table: Table = {
    kind: 'table',
    size: 'dense',
    widths: [15, 9, ...MONTHS.map(() => 6.5), 9, 8, 9, 8],
    header: [['项目', '额度', ...MONTHS, '累计', '预留', '剩余', '已用']],
    rows: [
      ...told.publicExpenses.map(({ key, name, months, spent }) =>
        row(
          name,
          months,
          spent,
          told.ceilings.find(({ publicExpense }) => publicExpense === key),
        ),
      ),
      row(
        '合计',
        all,
        decimalText(told.publicExpenses.map(({ spent }) => decimalOf(spent) ?? ZERO).reduce(plus, ZERO)),
        undefined,
      ),
    ],
    total: true,
    caption: '金额单位：万元。按支付日期计；预留为已批准、还没有结算的出访。',
  };
  return [
    { kind: 'title', lines: [`${told.year}年“三公”经费支出月报`, `（截至${told.day}）`] },
    table,
    ...uncounted(told),
    { kind: 'signature', offices: [told.office], date: told.day },
  ];
};
