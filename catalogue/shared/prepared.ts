import type { Block } from '@zhitongche/base';
import type { PreparedFacts, PreparedPaper, PreparedTo } from '@zhitongche/case';
import { paragraph } from './papers.ts';

/** Room for the hand: what a paper leaves to whoever seals it. */
export const BLANK = '＿＿＿＿＿＿＿＿';

/** Unit and an empty date at the right, where the seal goes; the day is written by hand when it is sealed. */
export const sealRoom = (unit: string): readonly Block[] => [
  { kind: 'space', lines: 2 },
  { kind: 'paragraph', text: `${unit || BLANK}（盖章）`, align: 'right', indent: false },
  { kind: 'paragraph', text: '　　年　　月　　日', align: 'right', indent: false },
];

/** Headed paragraphs; a part nothing was said of is left out. */
export const parts = (said: readonly (readonly [string, string | undefined])[]): readonly Block[] => {
  const numbers = [...'一二三四五六七八九十'];
  return said
    .filter(([, text]) => text !== undefined && text !== '')
    .flatMap(([name, text = ''], i): readonly Block[] => [
      { kind: 'heading', level: 1, text: `${numbers[i] ?? ''}、${name}` },
      ...text.split('\n').filter(Boolean).map(paragraph),
    ]);
};

/** A title as lines of at most twenty characters, broken where the sense breaks. */
export const titled = (...pieces: readonly string[]): Block => {
  const whole = pieces.join('');
  return { kind: 'title', lines: [...whole].length <= 20 ? [whole] : pieces };
};

/** A prepared paper whose answers are read by the service's own reader. */
export const prepare = <A>(
  read: (facts: PreparedFacts) => A,
  paper: Omit<PreparedPaper, 'write'> & { write(read: A, to: PreparedTo): readonly Block[] },
): PreparedPaper => ({ ...paper, write: (facts, to) => paper.write(read(facts), to) });
