import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHINA_COVERS, CHINA_EXCEPTIONS } from './calendar-cn.ts';
import { makeCalendar } from './calendar.ts';
import {
  elapsed,
  minutesInWords,
  officeHours,
  readOpenSpans,
  ROUND_THE_CLOCK,
  timerDue,
  type TimerPause,
} from './timer.ts';

const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);
const OFFICE = officeHours(calendar, [
  { from: 9 * 60, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 },
]);
const at = (written: string): string => new Date(`${written.replace(' ', 'T')}:00+08:00`).toISOString();
const minutes = (ms: number): number => ms / 60_000;

describe('a fault reported at ten to midnight on a holiday and answered at four past', () => {
  // 1 October 2026 is the national day, 2 October off too by the notice.
  const [reported, answered] = [at('2026-10-01 23:50'), at('2026-10-02 00:04')];

  it('took 14 minutes round the clock, and none of the office', () => {
    expect(elapsed(ROUND_THE_CLOCK, reported, answered)).toEqual({ ms: 14 * 60_000, provisional: false });
    expect(elapsed(OFFICE, reported, answered)).toEqual({ ms: 0, provisional: false });
  });

  it('runs out five past midnight, or the first quarter of the next working morning', () => {
    expect(timerDue(ROUND_THE_CLOCK, reported, 15).due).toBe(at('2026-10-02 00:05'));
    expect(timerDue(OFFICE, reported, 15).due).toBe(at('2026-10-08 09:15'));
  });
});

describe('hours of an office', () => {
  it('leave out the noon, the night, the weekend, and count a Saturday that is worked', () => {
    expect(timerDue(OFFICE, at('2026-10-09 11:30'), 60).due).toBe(at('2026-10-09 14:30'));
    // Saturday 10 October 2026 is worked in exchange, Sunday is not.
    expect(timerDue(OFFICE, at('2026-10-09 17:00'), 180).due).toBe(at('2026-10-10 11:00'));
    expect(timerDue(OFFICE, at('2026-10-10 17:00'), 120).due).toBe(at('2026-10-12 10:00'));
  });

  it('that are full when the office closes have run out then, not the next morning', () => {
    expect(timerDue(OFFICE, at('2026-10-09 16:00'), 120).due).toBe(at('2026-10-09 18:00'));
  });

  it('beyond the last notice that is loaded are said to be provisional', () => {
    expect(timerDue(OFFICE, at('2026-12-31 17:30'), 60).provisional).toBe(true);
    expect(timerDue(ROUND_THE_CLOCK, at('2026-12-31 23:30'), 60).provisional).toBe(false);
  });

  it('are written as spans in order and apart', () => {
    expect(readOpenSpans(['09:00-12:00', '14:00-24:00'])).toEqual([
      { from: 540, to: 720 },
      { from: 840, to: 1440 },
    ]);
    for (const wrong of [
      [],
      ['9:00-12:00'],
      ['12:00-12:00'],
      ['09:00-24:30'],
      ['09:00-12:00', '11:00-13:00'],
    ])
      expect(readOpenSpans(wrong), wrong.join()).toBeUndefined();
  });
});

describe('pauses', () => {
  it('take out what overlaps only once, and one that goes on never runs out', () => {
    const twice: TimerPause[] = [
      { from: at('2026-10-09 10:00'), to: at('2026-10-09 10:30') },
      { from: at('2026-10-09 10:15'), to: at('2026-10-09 10:45') },
    ];
    expect(minutes(elapsed(ROUND_THE_CLOCK, at('2026-10-09 09:00'), at('2026-10-09 11:00'), twice).ms)).toBe(
      75,
    );
    expect(
      timerDue(ROUND_THE_CLOCK, at('2026-10-09 09:00'), 90, [{ from: at('2026-10-09 10:00') }]).due,
    ).toBeNull();
    expect(
      timerDue(ROUND_THE_CLOCK, at('2026-10-09 09:00'), 60, [{ from: at('2026-10-09 10:00') }]).due,
    ).toBe(at('2026-10-09 10:00'));
  });
});

it('is said in whole minutes', () => {
  expect([0, 59_999, 14 * 60_000, 60 * 60_000, 125 * 60_000].map(minutesInWords)).toEqual([
    '0分钟',
    '0分钟',
    '14分钟',
    '1小时',
    '2小时5分钟',
  ]);
});

describe('laws of a timer', () => {
  const START = Date.parse('2026-09-18T00:00:00+08:00');
  const instant = fc
    .integer({ min: 0, max: 30 * 1440 })
    .map((n) => new Date(START + n * 60_000).toISOString());
  const pause = fc
    .tuple(instant, instant)
    .map(([a, b]): TimerPause => (a < b ? { from: a, to: b } : { from: b, to: a }));
  const pauses = fc.array(pause, { maxLength: 4 });
  const hours = fc.constantFrom(OFFICE, ROUND_THE_CLOCK);

  /** Counts minute by minute, as one would with a pencil. */
  const counted = (of: typeof OFFICE, from: string, until: string, still: readonly TimerPause[]): number => {
    let n = 0;
    for (let ms = Date.parse(from); ms < Date.parse(until); ms += 60_000) {
      const beijing = new Date(ms + 8 * 3_600_000).toISOString();
      const minute = Number(beijing.slice(11, 13)) * 60 + Number(beijing.slice(14, 16));
      const open = of.open(beijing.slice(0, 10)).some((span) => span.from <= minute && minute < span.to);
      const paused = still.some(
        ({ from: began, to }) => Date.parse(began) <= ms && ms < Date.parse(to ?? '9999-01-01'),
      );
      if (open && !paused) n += 1;
    }
    return n;
  };

  it('counts what one counts minute by minute', () => {
    fc.assert(
      fc.property(hours, instant, instant, pauses, (of, from, until, still) => {
        expect(minutes(elapsed(of, from, until, still).ms)).toBe(counted(of, from, until, still));
      }),
    );
  });

  it('has run out when its limit has counted, and not a minute before', () => {
    fc.assert(
      fc.property(hours, instant, fc.integer({ min: 1, max: 3000 }), pauses, (of, from, limit, still) => {
        const { due } = timerDue(of, from, limit, still);
        const end = due ?? '';
        expect(minutes(elapsed(of, from, end, still).ms)).toBe(limit);
        const before = new Date(Date.parse(end) - 60_000).toISOString();
        expect(minutes(elapsed(of, from, before, still).ms)).toBe(limit - 1);
      }),
    );
  });

  it('adds up over any instant between', () => {
    fc.assert(
      fc.property(hours, fc.tuple(instant, instant, instant), pauses, (of, three, still) => {
        const [a, b, c] = three.toSorted() as [string, string, string];
        expect(elapsed(of, a, b, still).ms + elapsed(of, b, c, still).ms).toBe(elapsed(of, a, c, still).ms);
      }),
    );
  });
});
