import type { Block, Cell } from '@zhitongche/base';
import type { PaperRow, RowPaper, RowPaperFacts } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';
import { APPLICANTS } from './form.ts';
import { OUTCOMES, outcomeOf } from './outcomes.ts';

const COLUMNS = Object.keys(APPLICANTS);
const at = ({ answers }: PaperRow, key: string): string => textIn(answers[key]);

/** The year a table made on a day is of: in the months in which reports fall due the one before. */
export const reportYear = (today: string): number =>
  Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) <= 3 ? 1 : 0);

/** Which requests stand in which line of a year's table. */
export const linesOf = (rows: readonly PaperRow[], year: number) => {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  // A request withdrawn was received, and ended on its day: else the year before carried on what this one does not find.
  const counted = rows.filter(
    (row) => (row.stage !== 'withdrawn' || at(row, 'answeredOn') !== '') && at(row, 'receivedOn') <= last,
  );
  const open = (row: PaperRow, on: string) => at(row, 'answeredOn') === '' || at(row, 'answeredOn') > on;
  const fresh = counted.filter((row) => at(row, 'receivedOn') >= first);
  const carried = counted.filter((row) => at(row, 'receivedOn') < first && open(row, `${year - 1}-12-31`));
  const done = [...fresh, ...carried].filter((row) => !open(row, last));
  const left = [...fresh, ...carried].filter((row) => open(row, last));
  return { fresh, carried, done, left };
};

const HEADS: Readonly<Record<string, string>> = {
  '（一）': '予以公开',
  '（二）': '部分公开（区分处理的，只计这一情形，不计其他情形）',
  '（三）': '不予公开',
  '（四）': '无法提供',
  '（五）': '不予处理',
  '（六）': '其他处理',
};

/** The lines of section three in order, each with the words the format gives it. */
const results = (): readonly { readonly line: string; readonly label: string }[] => {
  const lines = new Map<string, string>();
  for (const { line, label } of Object.values(OUTCOMES)) {
    const [, detail = label] = /：(.+)$/.exec(label) ?? [];
    if (!lines.has(line))
      lines.set(line, line.length === 3 ? (HEADS[line] ?? '') : detail.replace(/（.+）$/, ''));
  }
  return [...lines].map(([line, label]) => ({ line, label }));
};

const counts = (rows: readonly PaperRow[]): readonly Cell[] => {
  const each = COLUMNS.map((kind) => rows.filter((row) => at(row, 'kind') === kind).length);
  return [...each, rows.length].map((n) => ({ text: `${n}`, align: 'center' as const }));
};

/** 收到和处理政府信息公开申请情况: received, carried over, each outcome, carried on, by who asked (art. 50). */
const build = ({ rows, office, today }: RowPaperFacts): readonly Block[] => {
  const year = reportYear(today);
  const { fresh, carried, done, left } = linesOf(rows, year);
  const row = (text: string, of: readonly PaperRow[]) => [text, ...counts(of)];
  const bodies = results().flatMap(({ line, label }, n, all) => {
    const group = line.slice(0, 3);
    const heading =
      line.length > 3 && !all.slice(0, n).some((one) => one.line.startsWith(group))
        ? [[{ text: `${group}${HEADS[group] ?? ''}`, columns: COLUMNS.length + 2 }]]
        : [];
    const own = done.filter((one) => outcomeOf(one.answers['outcome'])?.line === line);
    return [...heading, row(`${line.length > 3 ? `${line.slice(3)}.` : line}${label}`, own)];
  });
  return [
    { kind: 'title', lines: ['收到和处理政府信息公开申请情况', `（${year}年度）`] },
    {
      kind: 'table',
      size: 'dense',
      widths: [34, ...COLUMNS.map(() => 9), 8],
      caption: '单位：件；勾稽：新收+结转=办理结果总计+结转下年度',
      header: [['', ...Object.values(APPLICANTS), '总计']],
      rows: [
        row('一、本年新收政府信息公开申请数量', fresh),
        row('二、上年结转政府信息公开申请数量', carried),
        [{ text: '三、本年度办理结果', columns: COLUMNS.length + 2 }],
        ...bodies,
        row('（七）总计', done),
        row('四、结转下年度继续办理', left),
      ],
    },
    { kind: 'signature', offices: [office], date: today },
  ];
};

/** The table every office publishes by the end of January, of all rows of the register. */
export const yearlyTable: RowPaper = {
  key: 'yearly',
  title: '年度报告表（收到和处理情况）',
  of: 'list',
  when: () => true,
  orientation: 'landscape',
  build,
};
