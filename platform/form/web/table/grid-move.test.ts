import { describe, expect, it } from 'vitest';
import { move, nextCell } from './grid-move.ts';

const size = { rows: 3, columns: 4 };

describe('the keyboard in a table', () => {
  it('arrows go one cell and stop at the edge', () => {
    expect(move({ row: 1, column: 1 }, 'ArrowDown', size)).toEqual({ row: 2, column: 1 });
    expect(move({ row: 2, column: 1 }, 'ArrowDown', size)).toEqual({ row: 2, column: 1 });
    expect(move({ row: 0, column: 0 }, 'ArrowLeft', size)).toEqual({ row: 0, column: 0 });
  });

  it('with Ctrl they go to the end, Home and End to the ends of the row or the table', () => {
    expect(move({ row: 1, column: 1 }, 'ArrowRight', size, true)).toEqual({ row: 1, column: 3 });
    expect(move({ row: 1, column: 1 }, 'Home', size)).toEqual({ row: 1, column: 0 });
    expect(move({ row: 1, column: 1 }, 'End', size, true)).toEqual({ row: 2, column: 3 });
  });

  it('a letter is not a move', () => {
    expect(move({ row: 1, column: 1 }, 'a', size)).toBeUndefined();
  });

  it('Tab reads on into the next row and leaves after the last cell', () => {
    expect(nextCell({ row: 0, column: 3 }, size)).toEqual({ row: 1, column: 0 });
    expect(nextCell({ row: 1, column: 0 }, size, true)).toEqual({ row: 0, column: 3 });
    expect(nextCell({ row: 2, column: 3 }, size)).toBeUndefined();
    expect(nextCell({ row: 0, column: 0 }, size, true)).toBeUndefined();
  });
});
