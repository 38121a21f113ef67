import { describe, expect, test } from 'vitest';
import { Findings } from './finding.ts';
import { flowOf } from './pdf-flow.ts';
import type { PageText, TextItem } from './pdf-page.ts';

const size = 10;
const [left, middle, right] = [100, 200, 400];

/** One line of characters as wide as they are high. */
function printed(text: string, x: number, y: number): TextItem {
  return { text, x, y, width: text.length * size, size };
}

/** A page with one ruled row of two cells between two heights. */
function page(number: number, top: number, bottom: number, items: readonly TextItem[]): PageText {
  const rules = [
    ...[top, bottom].map((y) => ({ x1: left, x2: right, y1: y, y2: y })),
    ...[left, middle, right].map((x) => ({ x1: x, x2: x, y1: bottom, y2: top })),
  ];
  return { number, width: 500, height: 800, items, rules };
}

/** The rows read when a cell of 20 characters ends its page with the given words and goes on with others. */
function rowsOf(last: string, next: string): string[][] {
  const torn = [
    page(1, 120, 60, [printed('实施的制度', left, 100), printed(last, middle, 100)]),
    page(2, 740, 700, [printed(next, middle, 720)]),
  ];
  return flowOf(torn, new Findings()).map(({ cells }) => [...cells]);
}

describe('a row cut by the end of its page', () => {
  test('goes on with a word in brackets for which the line before had two characters left', () => {
    // Neither may a line end with （ nor begin with ）: （境） moves to the next page whole, and the row was not known for one.
    const last = '公安部等四部门关于进一步加强因公出国';
    expect(rowsOf(last, '（境）团组')).toEqual([['实施的制度', `${last}（境）团组`]]);
  });

  test('does not go on with words that still had room in the line before', () => {
    const last = '公安部等四部门关于进一步加强因公出国';
    expect(rowsOf(last, '团组境外纪律')).toEqual([
      ['实施的制度', last],
      ['', '团组境外纪律'],
    ]);
  });
});
