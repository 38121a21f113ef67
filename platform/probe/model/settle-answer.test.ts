import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Found } from './probe.ts';
import { settleAnswer, type Standing, UNASKED, UNLOOKED } from './settle-answer.ts';
import { lengthOf, type Span } from './spans.ts';

const UP: Found = { ok: true, said: '' };
const DOWN: Found = { ok: false, said: '连接被拒绝' };
const RULES = { every: 5, failures: 2 };

/** Plays answers, one a turn of five minutes: `u`p, `d`own, not to be `l`ooked at, a turn left `o`ut. */
const play = (turns: string) => {
  let standing: Standing = UNASKED;
  const said: string[] = [];
  const watched: Span[] = [];
  const outages: Span[] = [];
  let began: number | null = null;
  [...turns].forEach((turn, n) => {
    const at = n * 5;
    if (turn === 'o') return;
    const settled = settleAnswer(standing, at, turn === 'u' ? UP : turn === 'd' ? DOWN : UNLOOKED, RULES);
    standing = settled.next;
    if (settled.watched) watched.push(settled.watched);
    if (settled.ends) {
      said.push(`${settled.ends.at} 恢复${settled.ends.said}`);
      outages.push({ from: began ?? 0, to: settled.ends.at });
      began = null;
    }
    if (settled.begins) {
      said.push(`${settled.begins.from} 中断`);
      began = settled.begins.from;
    }
  });
  return { said, watched: lengthOf(watched), outages, out: standing.out, began };
};

describe('an address that is asked every five minutes', () => {
  test('is out from its first question without an answer, once there are two, until it answers', () => {
    expect(play('uuddduu').said).toEqual(['10 中断', '25 恢复']);
  });
  test('is not out for one question without an answer', () => {
    expect(play('uuduudu').said).toEqual([]);
  });
  test('was looked at between questions, not while none was asked', () => {
    expect([play('uuuu').watched, play('uuoouu').watched, play('u').watched]).toEqual([15, 10, 0]);
  });
  test('whose outage nobody saw the end of was out until it was last found so', () => {
    expect(play('uddooou').said).toEqual(['5 中断', '10 恢复探测中断，之后情况不明']);
    expect(play('uddooodd').said).toEqual(['5 中断', '10 恢复探测中断，之后情况不明', '30 中断']);
  });
  test('that may not be asked is neither up nor down, and an outage ends where it was last found', () => {
    expect(play('ulluu')).toMatchObject({ said: [], watched: 5 });
    expect(play('uddlu').said).toEqual(['5 中断', '10 恢复停止探测']);
  });
  test('answers once a turn: the same turn again changes nothing', () => {
    const once = settleAnswer(UNASKED, 5, DOWN, RULES).next;
    expect(settleAnswer(once, 5, DOWN, RULES)).toEqual({ next: once, watched: null });
  });
  test('has outages that lie apart, within the time it was looked at or at its edge, whatever it answers', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('u', 'd', 'l', 'o'), { maxLength: 40 }), (turns) => {
        const { outages, out, began } = play(turns.join(''));
        for (const [n, one] of outages.entries()) {
          expect(one.to).toBeGreaterThanOrEqual(one.from);
          expect(one.from).toBeGreaterThanOrEqual(outages[n - 1]?.to ?? 0);
        }
        expect(out).toBe(began !== null);
      }),
    );
  });
});
