import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURSOR_START, moveCursor, settleCursor, type CursorMove } from './inbox-cursor.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const play = (moves: readonly CursorMove[], over = ids) =>
  moves.reduce((cursor, move) => moveCursor(cursor, move, over), CURSOR_START);

describe('the keyboard in the inbox', () => {
  test('j starts at the top, k at the bottom, and both stop at the ends', () => {
    expect(play([{ do: 'down' }]).at).toBe('a');
    expect(play([{ do: 'up' }]).at).toBe('e');
    expect(play([{ do: 'down' }, { do: 'up' }, { do: 'up' }]).at).toBe('a');
    expect(play([{ do: 'last' }, { do: 'down' }]).at).toBe('e');
  });

  test('x chooses the row under the cursor and lets go of it again', () => {
    expect([...play([{ do: 'down' }, { do: 'toggle' }]).chosen]).toEqual(['a']);
    expect([...play([{ do: 'down' }, { do: 'toggle' }, { do: 'toggle' }]).chosen]).toEqual([]);
    expect([...play([{ do: 'toggle' }]).chosen]).toEqual([]);
  });

  test('shift extends from the last chosen row, upward too', () => {
    const down = play([
      { do: 'toggle', id: 'b' },
      { do: 'toggle', id: 'd', through: true },
    ]);
    expect([...down.chosen].toSorted()).toEqual(['b', 'c', 'd']);
    const up = play([
      { do: 'toggle', id: 'd' },
      { do: 'toggle', id: 'b', through: true },
    ]);
    expect([...up.chosen].toSorted()).toEqual(['b', 'c', 'd']);
  });

  test('choosing goes on over pages: rows loaded later add to what was chosen', () => {
    const first = moveCursor(CURSOR_START, { do: 'all' }, ['a', 'b']);
    expect(moveCursor(first, { do: 'all' }, ['a', 'b', 'c']).chosen.size).toBe(3);
  });

  test('when the row under the cursor leaves, the next one takes its place, the last one falls back', () => {
    const at = (id: string) => moveCursor(CURSOR_START, { do: 'point', id }, ids);
    expect(settleCursor(at('b'), ids, ['a', 'c', 'd', 'e']).at).toBe('c');
    expect(settleCursor(at('e'), ids, ['a', 'b']).at).toBe('b');
    expect(settleCursor(at('a'), ids, []).at).toBeNull();
  });

  test('points at and holds only rows that exist, whatever is pressed', () => {
    const move = fc.oneof(
      fc.constantFrom<CursorMove>(
        { do: 'down' },
        { do: 'up' },
        { do: 'first' },
        { do: 'last' },
        { do: 'toggle' },
        { do: 'all' },
        { do: 'none' },
      ),
      fc.record({
        do: fc.constant('toggle' as const),
        id: fc.constantFrom(...ids, 'gone'),
        through: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(move), fc.subarray(ids), (moves, kept) => {
        const before = play(moves);
        const after = settleCursor(before, ids, kept);
        expect(after.at === null || kept.includes(after.at)).toBe(true);
        expect([...after.chosen].every((id) => kept.includes(id) && before.chosen.has(id))).toBe(true);
      }),
    );
  });
});
