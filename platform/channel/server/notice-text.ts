/** What the channels know of a message inside the program. */
export interface ToldNotice {
  readonly text: string;
  /** Number and title of the case it is about. */
  readonly number: string | null;
  readonly title: string | null;
  /** It is about a row of a register. */
  readonly row: boolean;
}

/**
 * A notice as it may leave: where titles stay inside, the case goes by its number and the row by none, so that neither
 * group nor person can be read off it. What the act was, and which paper it made, it always says.
 */
export function outwardText({ text, number, title, row }: ToldNotice, titles: boolean): string {
  if (titles) return text;
  const known = number === null ? '一件办件' : `办件${number}`;
  if (title !== null && text.includes(`《${title}》`)) return text.replaceAll(`《${title}》`, known);
  return row ? text.replace(/“[^”]*”/, '中的一条') : text.replace(/《[^》]*》/, known);
}
