import type { Line } from './line.ts';
import { labelKey, tidy } from './words.ts';

/** A printed cell with the column it stands in and its reduced label. */
export interface Token {
  readonly text: string;
  readonly key: string;
  readonly at: number;
}

/** The printed cells of a line, blanks left out. */
export function tokensOf(line: Line): Token[] {
  return line.cells.flatMap((cell, at) => {
    const text = tidy(cell);
    return text === '' ? [] : [{ text, key: labelKey(text), at }];
  });
}

const gapBetweenChinese = /(?<=[\u3400-\u9fff\uff00-\uffef])\s+(?=[\u3400-\u9fff\uff00-\uffef])/g;

/** Text without the blanks a scanner leaves between Chinese characters. */
export function closed(text: string): string {
  return text.replace(gapBetweenChinese, '');
}

/** How the cells a scanner split were put together again. */
export interface Joined {
  readonly text: string;
  /** 'whole' when there was one cell, 'repeated' when one held the beginning of the other, 'pieced' when they had to be strung together. */
  readonly how: 'whole' | 'repeated' | 'pieced';
}

/** Puts together what may be one cell split into several: a repeated beginning is dropped, anything else is strung together and said so. */
export function join(texts: readonly string[]): Joined | null {
  const [first, ...rest] = texts.filter((text) => text !== '');
  if (first === undefined) return null;
  let text = first;
  let how: Joined['how'] = 'whole';
  for (const next of rest) {
    if (closed(next).startsWith(closed(text))) {
      text = next;
      if (how === 'whole') how = 'repeated';
    } else {
      text += next;
      how = 'pieced';
    }
  }
  return { text, how };
}
