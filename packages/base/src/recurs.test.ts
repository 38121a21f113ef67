import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { CHINA_COVERS, CHINA_EXCEPTIONS } from './calendar-cn.ts';
import { makeCalendar } from './calendar.ts';
import { addDays } from './day.ts';
import { occurrences, readRecurs } from './recurs.ts';

const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);
const days = (text: string, from: string, until: string): readonly string[] => {
  const rule = readRecurs(text);
  if (!rule) throw new Error(`no rule: ${text}`);
  return occurrences(rule, from, until, calendar).map(({ period, day }) => `${period} ${day}`);
};

describe('a rule as people write it', () => {
  it('falls on the days the office calendar of 2026 gives', () => {
    // 2026-10-01 to 07 are off, 2026-10-10 (Saturday) is worked, by the notice of the State Council.
    expect(days('每月最后一个工作日', '2026-09-01', '2026-11-30')).toEqual([
      '2026-09 2026-09-30',
      '2026-10 2026-10-30',
      '2026-11 2026-11-30',
    ]);
    expect(days('每月1日，遇假提前', '2026-10-01', '2026-11-30')).toEqual(['2026-11 2026-10-30']);
    expect(days('每月1日，遇假顺延', '2026-10-01', '2026-11-30')).toEqual([
      '2026-10 2026-10-08',
      '2026-11 2026-11-02',
    ]);
    expect(days('每月第3个工作日', '2026-10-01', '2026-10-31')).toEqual(['2026-10 2026-10-10']);
    expect(days('每周五', '2026-11-30', '2026-12-13')).toEqual([
      '2026-W-11-30 2026-12-04',
      '2026-W-12-07 2026-12-11',
    ]);
    expect(days('每季度末月25日', '2026-07-01', '2026-12-31')).toEqual([
      '2026-Q3 2026-09-25',
      '2026-Q4 2026-12-25',
    ]);
    expect(days('每年12月25日前', '2026-01-01', '2026-12-31')).toEqual(['2026 2026-12-25']);
    expect(days('每月31日', '2026-02-01', '2026-02-28')).toEqual(['2026-02 2026-02-28']);
    expect(days('每年2月29日', '2026-01-01', '2026-12-31')).toEqual(['2026 2026-02-28']);
    expect(days('15天后', '2026-11-01', '2026-11-01')).toEqual(['2026-11-01+1 2026-11-16']);
    expect(days('5个工作日后', '2026-09-30', '2026-09-30')).toEqual(['2026-09-30+1 2026-10-13']);
    expect(days('每30天', '2026-01-01', '2026-03-05').slice(0, 2)).toEqual([
      '2026-01-01+1 2026-01-31',
      '2026-01-01+2 2026-03-02',
    ]);
  });

  it('is refused where it names no day', () => {
    for (const text of [
      '',
      '每月',
      '每月0日',
      '每月32日',
      '每年13月1日',
      '每年2月30日',
      '每周八',
      '0天后',
      '每0天',
      '停办',
    ])
      expect(readRecurs(text), text).toBeUndefined();
  });

  it('says that a day is provisional while the notice for it is not loaded', () => {
    const rule = readRecurs('每月25日，遇假提前');
    const [one] = rule ? occurrences(rule, '2027-05-01', '2027-05-01', calendar) : [];
    expect(one).toMatchObject({ day: '2027-05-25', provisional: true });
  });

  it('names each period once, and a day moved for a holiday is worked', () => {
    const rules = [
      '每周五',
      '每月25日',
      '每月最后一个工作日',
      '每季度首月10日',
      '每年12月25日',
      '每半年最后一天',
      '每10天',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.constantFrom('', '，遇假提前', '，遇假顺延'),
        fc.integer({ min: 0, max: 700 }),
        (text, moved, n) => {
          const rule = readRecurs(text + moved);
          if (!rule) throw new Error(text);
          const start = addDays('2024-01-01', n);
          const found = occurrences(rule, start, addDays(start, 200), calendar);
          expect(new Set(found.map(({ period }) => period)).size).toBe(found.length);
          for (const { day, from, until, nominal } of found) {
            expect(day >= start && nominal >= from && nominal <= until).toBe(true);
            if (moved !== '') expect(calendar.isWorkingDay(day)).toBe(true);
          }
        },
      ),
    );
  });
});
