import { type Block, type Cell, dayInChinese, isJsonObject, type Json, moneyText } from '@zhitongche/base';
import type { PaperRow, RowPaper, RowPaperFacts } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';
import type { Task } from './form.ts';
import { dayOf } from './stages.ts';

const taskIn = ({ answers }: PaperRow): Task => answers;
const named = (value: Json | undefined): string =>
  isJsonObject(value) ? textIn(value['title']) : textIn(value);
const label = (text: string): Cell => ({ text, label: true, align: 'center' });
const wide = (text: string): Cell => ({ text, columns: 3 });
const day = (on: string | undefined): string => (on ? dayInChinese(on) : '');

/** What every paper of a task begins with: what, whose, until when. */
const ordered = (row: PaperRow) => {
  const task = taskIn(row);
  return [
    [label('事项'), wide(task.what ?? '')],
    [label('来源'), wide([task.sourceNumber, task.grounds].filter(Boolean).join('；'))],
    [label('主办处室'), named(row.answers['lead']), label('主办人'), named(row.answers['owner'])],
    [label('协办单位'), task.helpers ?? '', label('办结期限'), day(dayOf(task))],
  ];
};

const table = (rows: readonly (readonly (Cell | string)[])[]): Block => ({
  kind: 'table',
  size: 'form',
  widths: [16, 34, 16, 34],
  rows,
});

const signed = ({ office, today }: RowPaperFacts): Block => ({
  kind: 'signature',
  offices: [office],
  date: today,
});

/** 督办通知: what is ordered, how it is proved, how often it is reported. */
const notice = (facts: RowPaperFacts): readonly Block[] => {
  const [row] = facts.rows;
  if (!row) return [];
  const { proof = '', money, extensions = [] } = taskIn(row);
  return [
    { kind: 'title', lines: ['督办通知'] },
    table([
      ...ordered(row),
      [label('办结标准'), wide(proof)],
      ...(money ? [[label('涉及金额'), wide(`${moneyText(money)}元`)]] : []),
      ...extensions.map(({ was, until, why }) => [
        label('延期'),
        wide(`原期限${day(was)}，延至${day(until)}：${why}`),
      ]),
    ]),
    {
      kind: 'paragraph',
      text: '请接到通知后即签收，按要求报告进展，期限之前办结；确需延期的，在期限之前写明理由提出。',
    },
    signed(facts),
  ];
};

/** 催办单: the last one that was sent, by whom and when. */
const slip = (facts: RowPaperFacts): readonly Block[] => {
  const [row] = facts.rows;
  const last = row && taskIn(row).slips?.at(-1);
  const urged = row?.records.findLast(({ move }) => move === 'urge');
  if (!row || !last) return [];
  return [
    { kind: 'title', lines: [`催办单（第${last.number ?? 1}号）`] },
    table([
      ...ordered(row),
      [label('催办内容'), wide(last.text)],
      [label('催办人'), urged?.by.name ?? facts.by, label('催办日期'), day(last.on)],
      [label('签收'), { text: '年  月  日', height: 16, place: 'bottom', align: 'right', columns: 3 }],
    ]),
    signed(facts),
  ];
};

/** 办结报告: what came of it, against what was ordered. */
const ended = (facts: RowPaperFacts): readonly Block[] => {
  const [row] = facts.rows;
  if (!row) return [];
  const task = taskIn(row);
  const asked = row.records.findLast(({ move }) => move === 'complete');
  const accepted = row.records.findLast(({ move }) => move === 'accept');
  return [
    { kind: 'title', lines: ['督办事项办结报告'] },
    table([
      ...ordered(row),
      [label('办结标准'), wide(task.proof ?? '')],
      [label('办结结果'), wide(textIn(row.answers['result']))],
      [label('凭据'), wide(textIn(asked?.data['evidenceAt']))],
      [label('办结日期'), day(task.doneOn), label('退回次数'), `${task.returned ?? 0}次`],
      [label('报请人'), asked?.by.name ?? '', label('审核人'), accepted?.by.name ?? ''],
    ]),
    signed(facts),
  ];
};

/** Papers of a task, to print and sign. */
export const papers: readonly RowPaper[] = [
  {
    key: 'notice',
    title: '督办通知',
    of: 'row',
    when: ({ stage }) => ['doing', 'late'].includes(stage),
    build: notice,
  },
  {
    key: 'slip',
    title: '催办单',
    of: 'row',
    when: ({ answers: { slips } }) => Array.isArray(slips) && slips.length > 0,
    build: slip,
  },
  { key: 'ended', title: '办结报告', of: 'row', when: ({ stage }) => stage === 'done', build: ended },
];
