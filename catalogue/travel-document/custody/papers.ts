import { type Block, type Cell, dayInChinese, daysBetween, type Json, type Table } from '@zhitongche/base';
import type { PaperRow, RowPaper, RowPaperFacts } from '@zhitongche/register';
import { CANCELLED, KINDS } from './form.ts';

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
const unitOf = ({ answers: { unit } }: PaperRow): string =>
  typeof unit === 'object' && unit !== null && 'title' in unit ? textOf(unit.title) : textOf(unit);
const kindOf = ({ answers: { kind } }: PaperRow): string => KINDS[textOf(kind) as keyof typeof KINDS] ?? '';
const reasonOf = ({ answers: { cancelled } }: PaperRow): string =>
  CANCELLED[textOf(cancelled) as keyof typeof CANCELLED] ?? '';
const at = (row: PaperRow, key: string): string => textOf(row.answers[key]);
const label = (text: string): Cell => ({ text, label: true, align: 'center' });
const wide = (text: string): Cell => ({ text, columns: 3 });
const signed = (text: string): Cell => ({ text, height: 16, place: 'bottom', align: 'right' });
const title = (text: string): Block => ({ kind: 'title', lines: [text] });

/** 借照单: on which approval, to whom, until when; the lower half is filled in when it is back. */
const slip = ({ rows: [row], office, by }: RowPaperFacts): readonly Block[] => {
  if (!row) return [];
  const lent = row.records.findLast(({ move }) => move === 'lend');
  return [
    title('因公证照借用单'),
    {
      kind: 'table',
      size: 'form',
      widths: [16, 34, 16, 34],
      rows: [
        [label('任务批件号'), wide(at(row, 'caseNumber'))],
        [label('证照种类'), kindOf(row), label('证照号码'), at(row, 'number')],
        [label('持有人'), at(row, 'holder'), label('单位'), unitOf(row)],
        [label('领用人'), at(row, 'borrower'), label('联系电话'), textOf(lent?.data['phone'])],
        [label('出境日期'), at(row, 'exitOn'), label('批准天数'), `${at(row, 'days')}天`],
        [label('应交回日期'), wide(dayInChinese(at(row, 'due')))],
        [label('领用人签字'), signed('年  月  日'), label('借出经办人'), signed(lent?.by.name ?? by)],
        [label('实际交回'), signed('年  月  日'), label('收回经办人'), signed('年  月  日')],
      ],
    },
    { kind: 'note', text: `本单一式两份，领用人、${office}各执一份；回国后按期交回` },
  ];
};

/** 催还通知: which document, since when it is late, what follows. */
const notice = ({ rows: [row], office, today }: RowPaperFacts): readonly Block[] => {
  if (!row) return [];
  const due = at(row, 'due');
  return [
    title('因公证照催还通知'),
    { kind: 'addressee', text: unitOf(row) },
    {
      kind: 'paragraph',
      text: `你单位${at(row, 'holder')}持用的${kindOf(row)}（号码${at(row, 'number')}），为办理${at(row, 'caseNumber')}借出，应于${dayInChinese(due)}交回，至今未交回，已逾期${daysBetween(due, today)}天。`,
    },
    {
      kind: 'paragraph',
      text: '请自接到本通知之日起立即交回；已经遗失的，请持有人书面说明证照号码、时间、地点和经过并签名，由你单位报来。因批准延期的，请提供批准文件。逾期30天仍未交回的，暂停受理你单位新的因公出访申报，交回后即时恢复。',
    },
    { kind: 'signature', offices: [office], date: today },
  ];
};

const list = (heads: readonly string[], widths: readonly number[], rows: Table['rows']): Table => ({
  kind: 'table',
  size: 'dense',
  widths: [5, ...widths],
  header: [['序号', ...heads]],
  rows: rows.map((cells, n) => [{ text: `${n + 1}`, align: 'center' }, ...cells]),
});

const madeBy = ({ office, today }: RowPaperFacts): Block => ({
  kind: 'paragraph',
  indent: false,
  text: `${office}　${dayInChinese(today)}`,
});

const two = (first: string, second: string): Table => ({
  kind: 'table',
  size: 'form',
  widths: [14, 36, 14, 36],
  rows: [[label(first), signed('年  月  日'), label(second), signed('年  月  日')]],
});

/** 收缴登记表: what came back, when, and what its stamps say. */
const returned = (facts: RowPaperFacts): readonly Block[] => [
  title('因公证照收缴登记表'),
  madeBy(facts),
  list(
    [
      '持有人',
      '单位',
      '证照种类',
      '证照号码',
      '依据办件',
      '批准天数',
      '实际在外',
      '交回日期',
      '出入境记录',
      '逾期',
    ],
    [8, 16, 11, 10, 12, 7, 7, 9, 9, 8],
    facts.rows.map((row) => {
      const missed = at(row, 'missed');
      return [
        at(row, 'holder'),
        unitOf(row),
        kindOf(row),
        at(row, 'number'),
        at(row, 'caseNumber'),
        at(row, 'days'),
        at(row, 'daysAbroad'),
        at(row, 'returnedOn'),
        row.answers['stamps'] === true ? '已核对' : '',
        missed === '' ? '' : `${daysBetween(missed, at(row, 'returnedOn'))}天`,
      ];
    }),
  ),
  two('交照人', '收照人'),
];

const ending =
  (name: string, first: string, second: string) =>
  (facts: RowPaperFacts): readonly Block[] => [
    title(name),
    madeBy(facts),
    list(
      ['持有人', '单位', '证照种类', '证照号码', '有效期至', '存放位置', '原因'],
      [9, 20, 13, 12, 11, 14, 15],
      facts.rows.map((row) => [
        at(row, 'holder'),
        unitOf(row),
        kindOf(row),
        at(row, 'number'),
        at(row, 'until'),
        at(row, 'place'),
        reasonOf(row),
      ]),
    ),
    { kind: 'paragraph', text: `以上共${facts.rows.length}本，经两人逐本核对无误。` },
    two(first, second),
  ];

/** 借照单 and 催还通知 of one document, 收缴登记表 and the lists of those that are cancelled or destroyed. */
export const papers: readonly RowPaper[] = [
  {
    key: 'slip',
    title: '借照单',
    of: 'row',
    when: ({ stage }) => ['lent', 'abroad', 'overdue'].includes(stage),
    build: slip,
  },
  { key: 'notice', title: '催还通知', of: 'row', when: ({ stage }) => stage === 'overdue', build: notice },
  {
    key: 'returned',
    title: '收缴登记表',
    of: 'list',
    orientation: 'landscape',
    when: ({ answers }) => textOf(answers['returnedOn']) !== '',
    build: returned,
  },
  {
    key: 'cancelled',
    title: '证照注销清册',
    of: 'list',
    orientation: 'landscape',
    when: ({ stage }) => stage === 'cancelled' || stage === 'listed',
    build: ending('因公证照注销清册', '经办人', '复核人'),
  },
  {
    key: 'destroyed',
    title: '证照销毁清册',
    of: 'list',
    orientation: 'landscape',
    when: ({ stage }) => stage === 'listed' || stage === 'destroyed',
    build: ending('因公证照销毁清册', '销毁人', '监销人'),
  },
];
