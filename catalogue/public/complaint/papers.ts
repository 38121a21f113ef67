import { type Block, dayInChinese } from '@zhitongche/base';
import type { RowPaper, RowPaperFacts } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';

/** 投诉答复书: what was found, what was done, in the words of the answer. */
const reply = ({ rows, office, today }: RowPaperFacts): readonly Block[] => {
  const [row] = rows;
  if (!row) return [];
  const { about, day, answer, measures, answeredOn } = row.answers;
  const came = textIn(day);
  return [
    { kind: 'title', lines: ['投诉答复书'] },
    {
      kind: 'paragraph',
      text: `您${came ? `${dayInChinese(came)}` : ''}反映的“${textIn(about)}”一事，我们已经查清，现答复如下。`,
    },
    { kind: 'paragraph', text: textIn(answer) },
    ...(textIn(measures) ? [{ kind: 'paragraph' as const, text: `处理和整改：${textIn(measures)}` }] : []),
    { kind: 'paragraph', text: '您对办理有意见的，可以再向我们反映。' },
    { kind: 'signature', offices: [office], date: textIn(answeredOn) || today },
  ];
};

/** Papers of a complaint. */
export const papers: readonly RowPaper[] = [
  {
    key: 'reply',
    title: '投诉答复书',
    of: 'row',
    when: ({ stage }) => stage === 'answered' || stage === 'closed',
    build: reply,
  },
];
