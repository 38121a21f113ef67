import { sampleContext, story } from '@zhitongche/case/testing';
import { blocks } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { describe, expect, test } from 'vitest';
import { standingOf } from './eligible.ts';
import { apecCard } from './index.ts';
import { readCard } from './form.ts';

/**
 * Forty persons judged by hand on Monday 2 March 2026, by the figures of the guides: trade of 500,000 yuan (Wuxi, Nanjing,
 * Huai’an), grade M or better (Nanjing), ten people (Wuxi), six months in post, which for 2 March is in post since
 * 2 September 2025 or before, and a passport good for 5.5 years: to 2 September 2031 or longer (Wuxi). Wrong is told by
 * what stands against the application: 贸=trade 往=dealings 税=grade 人=headcount 职=months 照=passport 岗=post 拒=refused 罪=record.
 */
type Firm = 'private' | 'foreign' | 'local' | 'central' | 'organ';
type Person = readonly [
  firm: Firm,
  /** Yuan of trade; true and false = a company of services, with dealings abroad or without. */
  dealings: string | boolean,
  grade: 'A' | 'B' | 'M' | 'C' | 'D' | 'none',
  people: number,
  since: string,
  passport: string,
  post: 'manager' | 'business' | 'technical' | 'indoor' | 'excluded',
  /** 特=for a special contribution, 拒=was refused, 罪=has a record. */
  marks: string,
  verdict: 'fit' | 'special' | 'unfit',
  wrong: string,
];
const LONG = '2035-01-01';
const TABLE: readonly Person[] = [
  ['private', '8600000.00', 'A', 46, '2020-01-01', LONG, 'manager', '', 'fit', ''],
  ['private', '500000.00', 'A', 46, '2020-01-01', LONG, 'business', '', 'fit', ''],
  ['private', '499999.99', 'A', 46, '2020-01-01', LONG, 'business', '', 'unfit', '贸'],
  ['private', '0.00', 'B', 12, '2020-01-01', LONG, 'manager', '', 'unfit', '贸'],
  ['private', '0.00', 'B', 12, '2020-01-01', LONG, 'manager', '特', 'special', ''],
  ['private', '500000.01', 'M', 10, '2025-09-02', '2031-09-02', 'technical', '', 'fit', ''],
  ['private', '900000.00', 'C', 30, '2020-01-01', LONG, 'manager', '', 'unfit', '税'],
  ['private', '900000.00', 'D', 30, '2020-01-01', LONG, 'manager', '', 'unfit', '税'],
  ['private', '900000.00', 'none', 30, '2020-01-01', LONG, 'manager', '', 'unfit', '税'],
  ['private', '900000.00', 'C', 30, '2020-01-01', LONG, 'manager', '特', 'special', ''],
  ['private', '900000.00', 'A', 9, '2020-01-01', LONG, 'manager', '', 'unfit', '人'],
  ['private', '900000.00', 'A', 1, '2020-01-01', LONG, 'manager', '特', 'special', ''],
  ['private', '900000.00', 'A', 10, '2025-09-03', LONG, 'manager', '', 'unfit', '职'],
  ['private', '900000.00', 'A', 10, '2025-09-01', LONG, 'manager', '', 'fit', ''],
  ['private', '900000.00', 'A', 10, '2026-02-28', LONG, 'manager', '特', 'unfit', '职'],
  ['private', '900000.00', 'A', 10, '2020-01-01', '2031-09-01', 'manager', '', 'unfit', '照'],
  ['private', '900000.00', 'A', 10, '2020-01-01', '2031-09-03', 'manager', '', 'fit', ''],
  ['private', '900000.00', 'A', 10, '2020-01-01', '2026-03-01', 'manager', '特', 'unfit', '照'],
  ['private', '900000.00', 'A', 10, '2020-01-01', LONG, 'indoor', '', 'unfit', '岗'],
  ['private', '900000.00', 'A', 10, '2020-01-01', LONG, 'excluded', '', 'unfit', '岗'],
  ['private', '900000.00', 'A', 10, '2020-01-01', LONG, 'manager', '拒', 'unfit', '拒'],
  ['private', '900000.00', 'A', 10, '2020-01-01', LONG, 'manager', '罪', 'unfit', '罪'],
  ['private', '900000.00', 'A', 10, '2020-01-01', LONG, 'manager', '特拒', 'unfit', '拒'],
  ['private', '100.00', 'D', 3, '2026-01-01', '2027-01-01', 'indoor', '拒罪', 'unfit', '贸税人职照岗拒罪'],
  ['private', '100.00', 'D', 3, '2026-01-01', '2027-01-01', 'indoor', '特拒罪', 'unfit', '职照岗拒罪'],
  ['private', '100.00', 'D', 3, '2020-01-01', LONG, 'manager', '特', 'special', ''],
  ['foreign', true, 'A', 200, '2019-06-01', LONG, 'manager', '', 'fit', ''],
  ['foreign', false, 'A', 200, '2019-06-01', LONG, 'manager', '', 'unfit', '往'],
  ['foreign', false, 'A', 200, '2019-06-01', LONG, 'manager', '特', 'special', ''],
  ['foreign', true, 'M', 10, '2025-09-02', LONG, 'technical', '', 'fit', ''],
  ['foreign', true, 'C', 5, '2025-09-02', LONG, 'technical', '', 'unfit', '税人'],
  ['foreign', true, 'B', 10, '2025-12-31', '2031-09-02', 'business', '', 'unfit', '职'],
  ['local', '120000000.00', 'A', 5200, '2012-03-01', LONG, 'manager', '', 'fit', ''],
  ['local', '300000.00', 'A', 5200, '2012-03-01', LONG, 'manager', '', 'unfit', '贸'],
  ['local', true, 'B', 90, '2024-03-01', '2031-08-31', 'business', '', 'unfit', '照'],
  ['central', '4000000000.00', 'A', 120000, '2001-07-01', LONG, 'technical', '', 'fit', ''],
  ['central', '4000000000.00', 'A', 120000, '2001-07-01', LONG, 'indoor', '特', 'unfit', '岗'],
  ['organ', true, 'A', 1, '2026-03-01', LONG, 'manager', '', 'fit', ''],
  ['organ', true, 'D', 1, '2026-03-01', '2031-09-01', 'manager', '', 'unfit', '照'],
  ['organ', true, 'D', 1, '2026-03-01', LONG, 'excluded', '拒罪', 'unfit', '岗拒罪'],
];

const MARK = {
  'A-01': '贸',
  'A-02': '往',
  'A-03': '税',
  'A-04': '人',
  'A-05': '职',
  'A-06': '照',
  'A-07': '岗',
  'A-08': '拒',
  'A-09': '罪',
} as const;
const proof = [{ id: 'p', name: '证明.pdf', size: 1, type: 'application/pdf', digest: '0'.repeat(64) }];
const answersOf = ([
  firm,
  dealings,
  taxGrade,
  headcount,
  employedOn,
  passportUntil,
  role,
  marks,
]: Person): Answers => ({
  ownership: firm,
  ...(typeof dealings === 'string'
    ? { sector: 'goods', trade: dealings }
    : { sector: 'service', contracts: dealings }),
  taxGrade,
  headcount,
  employedOn,
  passportUntil,
  role,
  special: marks.includes('特'),
  grounds: '对本省的贡献',
  groundsProof: proof,
  refused: marks.includes('拒'),
  noCrime: !marks.includes('罪'),
});

describe('forty persons, by hand', () => {
  test('there are forty', () => expect(TABLE).toHaveLength(40));

  test.each(TABLE.map((one, n) => [n + 1, one] as const))('person %i', (_n, one) => {
    const [, , , , , , , , verdict, wrong] = one;
    const typed = { ...apecCard.sample('2026-03-02'), ...answersOf(one) };
    const context = sampleContext(apecCard.policies, { today: '2026-03-02' });
    const held = story(apecCard).problems(answersOf(one));
    const against = held.filter((problem) => blocks([problem]));
    expect(standingOf(readCard(typed), context).verdict).toBe(verdict);
    expect(
      against
        .map(({ code }) => code)
        .toSorted()
        .map((code) => MARK[code as keyof typeof MARK] ?? code)
        .join(''),
    ).toBe(wrong);
    // Each says by which rule, and what to do.
    expect(against.filter(({ basis, todo }) => !basis || !todo)).toEqual([]);
  });

  test('an office of Nanjing’s figures takes five people, and one that caps cards takes a shorter passport', () => {
    const small = answersOf([
      'private',
      '900000.00',
      'A',
      5,
      '2020-01-01',
      '2028-01-01',
      'manager',
      '',
      'fit',
      '',
    ]);
    const context = sampleContext(apecCard.policies, {
      today: '2026-03-02',
      policies: { 'apec-card.headcount-min': 5, 'apec-card.passport-rule': 'cap' },
    });
    const standing = standingOf(readCard({ ...apecCard.sample('2026-03-02'), ...small }), context);
    expect(standing).toMatchObject({ verdict: 'fit', until: '2028-01-01' });
  });
});
