import { addDays } from '@zhitongche/base';
import { expect, test } from 'vitest';
import countries from '../../offices/src/reference/countries.json' with { type: 'json' };
import { countryStays, entryAnswer } from './entry-rules.ts';
import exemptions from './tables/visa-exemptions.json' with { type: 'json' };

const TABLES: Readonly<Record<string, readonly object[]>> = { countries, 'visa-exemptions': exemptions };
const facts = (more: Readonly<Record<string, readonly object[]>> = {}) =>
  ({ table: (name: string) => ({ ...TABLES, ...more })[name] ?? [] }) as Parameters<typeof entryAnswer>[0];

const KINDS = { D: 'diplomatic', S: 'service', P: 'public-ordinary', O: 'private' } as const;

/**
 * Seventy-seven travellers, answered by hand with a finger on the rows of the list: passport, country, day of arrival, days there,
 * last day of the passport (`-` not known), the answer, and since when the row it rests on is in force (`-` no row).
 */
const BY_HAND = `
P 新加坡 2026-06-01 5 2030-01-01 exempt 2011-04-17
P 新加坡 2026-06-01 30 2030-01-01 exempt 2011-04-17
P 新加坡 2026-06-01 31 2030-01-01 visa 2011-04-17
O 新加坡 2026-06-01 5 2030-01-01 exempt 2024-02-09
O 新加坡 2024-02-08 5 2030-01-01 visa -
D 德国 2026-06-01 5 2030-01-01 exempt 2017-01-01
S 德国 2026-06-01 5 2030-01-01 visa -
P 德国 2026-06-01 5 2030-01-01 visa -
D 法国 2026-06-01 90 2030-01-01 exempt 2017-01-01
D 法国 2026-06-01 91 2030-01-01 visa 2017-01-01
D 意大利 2026-06-01 5 2030-01-01 unclear 2017-01-01
P 意大利 2026-06-01 5 2030-01-01 visa -
D 英国 2026-06-01 5 2030-01-01 visa -
S 英国 2026-06-01 5 2030-01-01 conditional 2007-10-25
P 英国 2026-06-01 5 2030-01-01 conditional 2007-10-25
D 爱尔兰 2026-06-01 5 2030-01-01 exempt 2015-09-23
P 爱尔兰 2026-06-01 5 2030-01-01 conditional 2015-09-23
O 爱尔兰 2026-06-01 5 2030-01-01 visa -
D 日本 2026-06-01 5 2030-01-01 visa -
P 日本 2026-06-01 5 2030-01-01 visa -
P 美国 2026-06-01 5 2030-01-01 visa -
D 韩国 2026-06-01 30 2030-01-01 exempt 2014-12-25
S 韩国 2026-06-01 31 2030-01-01 visa 2014-12-25
P 韩国 2026-06-01 5 2030-01-01 visa -
P 马来西亚 2025-07-16 5 2030-01-01 visa -
P 马来西亚 2025-07-17 5 2030-01-01 exempt 2025-07-17
S 马来西亚 2025-07-16 5 2030-01-01 exempt 2011-05-18
P 巴西 2024-06-04 5 2030-01-01 visa -
P 巴西 2024-06-05 5 2030-01-01 exempt 2024-06-05
D 巴西 2024-06-04 5 2030-01-01 exempt 2004-08-10
S 俄罗斯 2026-06-01 5 2030-01-01 exempt 2014-04-26
P 俄罗斯 2026-06-01 5 2030-01-01 visa -
P 老挝 2026-06-01 100 2030-01-01 exempt 1989-11-06
P 塞尔维亚 2026-06-01 120 2030-01-01 exempt 1980-01-09
P 巴基斯坦 2026-06-01 5 2030-01-01 unclear 1988-04-30
S 巴基斯坦 2026-06-01 5 2030-01-01 exempt 1987-08-16
S 印度尼西亚 2026-06-01 5 2030-01-01 unclear 2010-11-12
S 印度尼西亚 2009-06-01 5 2012-01-01 unclear 2005-11-14
P 印度尼西亚 2026-06-01 5 2030-01-01 unclear 2010-11-12
S 南非 2026-06-01 5 2030-01-01 exempt 2010-11-27
P 南非 2026-06-01 5 2030-01-01 unclear 2016-03-01
S 文莱 2026-06-01 14 2030-01-01 exempt 2005-06-18
S 文莱 2026-06-01 15 2030-01-01 visa 2005-06-18
S 文莱 2026-06-01 5 2026-11-30 visa 2005-06-18
D 文莱 2026-06-01 5 2026-12-01 exempt 2005-06-18
D 文莱 2026-06-01 5 - conditional 2005-06-18
P 文莱 2026-06-01 5 2030-01-01 visa -
P 哥斯达黎加 2026-06-01 5 2026-11-30 visa 2016-12-13
P 哥斯达黎加 2026-06-01 5 2026-12-01 exempt 2016-12-13
S 哥斯达黎加 2026-06-01 5 2026-11-30 exempt 2008-01-15
P 古巴 2026-06-01 60 2030-01-01 exempt 2021-07-16
P 古巴 2026-06-01 61 2030-01-01 visa 2021-07-16
O 毛里求斯 2016-06-01 45 2030-01-01 visa 2013-10-31
O 毛里求斯 2026-06-01 45 2030-01-01 exempt 2017-06-14
P 毛里求斯 2026-06-01 20 2030-01-01 exempt 2017-06-14
P 毛里求斯 2026-06-01 61 2030-01-01 visa 2017-06-14
S 泰国 2026-06-01 5 2030-01-01 exempt 2003-10-18
P 泰国 2026-06-01 30 2030-01-01 exempt 2024-03-01
P 泰国 2026-06-01 31 2030-01-01 visa 2024-03-01
P 阿尔巴尼亚 2026-06-01 90 2030-01-01 exempt 2023-03-18
D 阿联酋 2026-06-01 5 2030-01-01 exempt 2012-03-21
P 阿联酋 2026-06-01 5 2030-01-01 exempt 2016-01-11
O 阿联酋 2018-01-15 5 2030-01-01 visa -
S 格林纳达 2012-06-01 5 2030-01-01 unclear 2010-01-17
S 格林纳达 2026-06-01 5 2030-01-01 exempt 2015-06-10
S 埃及 2026-06-01 30 2030-01-01 exempt 2007-01-27
P 埃及 2026-06-01 5 2030-01-01 visa -
D 伊朗 2026-06-01 30 2030-01-01 exempt 1989-07-12
D 伊朗 2026-06-01 31 2030-01-01 visa 1989-07-12
O 圣马力诺 2026-06-01 90 2030-01-01 exempt 1985-07-22
O 圣马力诺 2026-06-01 91 2030-01-01 visa 1985-07-22
P 朝鲜 2024-07-25 5 2030-01-01 visa -
P 朝鲜 2024-07-26 5 2030-01-01 exempt 2024-07-26
D 瑞士 2026-06-01 90 2030-01-01 exempt 2016-01-29
P 白俄罗斯 2026-06-01 5 2030-01-01 exempt 2017-05-24
P 香港 2026-06-01 5 2030-01-01 permit -
D 澳门 2026-06-01 5 2030-01-01 permit -`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

test('sixty travellers at least were worked out by hand', () => {
  expect(BY_HAND).toHaveLength(77);
});

test.each(BY_HAND)('%s %s from %s for %s days, passport until %s: %s, by the row of %s', (...line) => {
  const [kind = '', country = '', arrive = '', days = '', until = '', answer = '', from = ''] = line;
  const told = entryAnswer(facts(), {
    passportKind: KINDS[kind as keyof typeof KINDS],
    country,
    arrive,
    leave: addDays(arrive, Number(days) - 1),
    stayDays: Number(days),
    ...(until === '-' ? {} : { passportUntil: until }),
  });
  expect([told.answer, told.from || '-']).toEqual([answer, from]);
  if (from !== '-') expect(told.source).toContain(`${from}起`);
});

test('an exemption that ends during the stay is asked about; one that ends with it holds', () => {
  // A row as an office would import it the day an end is made known.
  const ends = (until: string) =>
    entryAnswer(
      facts({
        'visa-exemptions': exemptions.map((row) => (row.country === '新加坡' ? { ...row, until } : row)),
      }),
      {
        passportKind: 'public-ordinary',
        country: '新加坡',
        arrive: '2026-06-01',
        leave: '2026-06-10',
        stayDays: 10,
      },
    );
  expect(ends('2026-06-09')).toMatchObject({ answer: 'unclear', from: '2011-04-17' });
  expect(ends('2026-06-09').source).toContain('至2026-06-09止，其后是否免签未知');
  expect(ends('2026-06-10').answer).toBe('exempt');
});

test('a transit inside the airport enters no country, one that leaves it does; a country entered twice is one stay', () => {
  const leg = (country: string, arrive: string, leave: string, more = {}) => ({
    country,
    arrive,
    leave,
    ...more,
  });
  expect(
    countryStays([
      leg('新加坡', '2026-06-01', '2026-06-01', { transit: true, leftAirport: false }),
      leg('英国', '2026-06-02', '2026-06-04'),
      leg('法国', '2026-06-04', '2026-06-06'),
      leg('英国', '2026-06-06', '2026-06-07'),
      leg('阿联酋', '2026-06-07', '2026-06-08', { transit: true, leftAirport: true }),
    ]),
  ).toEqual([
    { country: '英国', arrive: '2026-06-02', leave: '2026-06-07', stayDays: 5 },
    { country: '法国', arrive: '2026-06-04', leave: '2026-06-06', stayDays: 3 },
    { country: '阿联酋', arrive: '2026-06-07', leave: '2026-06-08', stayDays: 2 },
  ]);
});

test('without the table nothing is known', () => {
  const told = entryAnswer(facts({ 'visa-exemptions': [] }), {
    passportKind: 'service',
    country: '韩国',
    arrive: '2026-06-01',
    leave: '2026-06-02',
    stayDays: 2,
  });
  expect(told.answer).toBe('unclear');
});
