import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { nextTime, quietUntil } from './quiet.ts';
import { unspoken, whenToTell } from './wishes.ts';

const NIGHT = { from: '22:00', until: '07:00' };
const shanghai = (written: string): Date => new Date(`${written.replace(' ', 'T')}:00+08:00`);
const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

describe('quiet hours across midnight', () => {
  it.each([
    ['2026-03-02 21:59', null],
    ['2026-03-02 22:00', '2026-03-03 07:00'],
    ['2026-03-02 23:59', '2026-03-03 07:00'],
    ['2026-03-03 00:00', '2026-03-03 07:00'],
    ['2026-03-03 06:59', '2026-03-03 07:00'],
    ['2026-03-03 07:00', null],
    ['2026-12-31 23:30', '2027-01-01 07:00'],
    ['2028-02-28 23:30', '2028-02-29 07:00'],
  ])('%s is told %s', (at, until) => {
    expect(quietUntil(shanghai(at), NIGHT)).toEqual(until === null ? null : shanghai(until));
  });
  it('are those of Shanghai wherever the machine stands', () => {
    for (const place of ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC']) {
      process.env['TZ'] = place;
      // 15:00 UTC is 23:00 in Shanghai; 29 March is the day Berlin loses an hour.
      expect(quietUntil(new Date('2026-03-29T15:00:00Z'), NIGHT)).toEqual(new Date('2026-03-29T23:00:00Z'));
    }
  });
  it('that begin and end at one time are none, and so is nothing said', () => {
    expect(quietUntil(shanghai('2026-03-02 03:00'), { from: '03:00', until: '03:00' })).toBeNull();
    expect(quietUntil(shanghai('2026-03-02 03:00'), null)).toBeNull();
  });
});

const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

describe('whatever the hours and the instant', () => {
  it('whoever is told later is told within a day, after it, and not in quiet hours again', () => {
    fc.assert(
      fc.property(instant, clock, clock, (at, from, until) => {
        const told = quietUntil(at, { from, until });
        if (told === null) return;
        expect(told.getTime()).toBeGreaterThan(at.getTime());
        expect(told.getTime() - at.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(quietUntil(told, { from, until })).toBeNull();
      }),
    );
  });
  it('the next time the clock shows it is after the instant, within a day, at that minute', () => {
    fc.assert(
      fc.property(instant, clock, (at, time) => {
        const next = nextTime(at, time);
        expect(next.getTime()).toBeGreaterThan(at.getTime());
        expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(new Date(next.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)).toBe(time);
      }),
    );
  });
});

describe('somebody who wishes', () => {
  const rules = { digestAt: '08:00', urgent: ['overdue'], quiet: NIGHT };
  const night = shanghai('2026-03-02 23:00');
  const rhythms = { mail: 'daily', sms: 'each', wechat: 'off' } as const;
  const wishes = { rhythms, quiet: NIGHT };
  it('one mail a day gets it at its hour', () => {
    expect(whenToTell('turn', 'mail', wishes, rules, shanghai('2026-03-02 07:59'))).toEqual(
      shanghai('2026-03-02 08:00'),
    );
    expect(whenToTell('turn', 'mail', wishes, rules, shanghai('2026-03-02 08:00'))).toEqual(
      shanghai('2026-03-03 08:00'),
    );
  });
  it('quiet at night is told in the morning, of what is urgent at once', () => {
    expect(whenToTell('turn', 'sms', wishes, rules, night)).toEqual(shanghai('2026-03-03 07:00'));
    expect(whenToTell('overdue', 'sms', wishes, rules, night)).toBe('now');
    expect(whenToTell('overdue', 'mail', wishes, rules, night)).toBe('now');
  });
  it('nothing by a channel gets nothing by it, however urgent', () => {
    expect(whenToTell('overdue', 'wechat', wishes, rules, night)).toBe('never');
  });
  it('and has not said so is told of each, with the quiet hours of the office', () => {
    expect(whenToTell('turn', 'mail', unspoken(rules), rules, night)).toEqual(shanghai('2026-03-03 07:00'));
  });
});
