import { describe, expect, test } from 'vitest';
import { found, problems, rows, stops, trip } from '../testing/trip.ts';

const UPLOAD = [{ id: 'f', name: '请示.pdf', size: 1000, type: 'application/pdf', digest: '0'.repeat(64) }];
const code = (bracket: number) => `R-0${bracket}`;

describe('days abroad, exit and entry day both counted', () => {
  test.each([
    // exit 30 October, entry 3 November is five days in one country (filled sample form)
    ['2026-10-30', '2026-11-03', ['日本'], []],
    // back in China on 6 January although the country was left on the 5th
    ['2027-01-01', '2027-01-06', ['德国'], ['R-01']],
    ['2026-06-01', '2026-06-08', ['日本', '韩国'], []],
    ['2026-06-01', '2026-06-09', ['日本', '韩国'], ['R-02']],
    ['2026-06-01', '2026-06-10', ['日本', '韩国', '德国'], []],
    ['2026-06-01', '2026-06-11', ['日本', '韩国', '德国'], ['R-03']],
    // three countries, eleven days: only with a far-away country, and then to be explained
    ['2026-06-01', '2026-06-11', ['日本', '巴西', '德国'], ['R-04']],
    ['2026-06-01', '2026-06-12', ['日本', '巴西', '德国'], ['R-03']],
    // no stop filled in yet: whatever comes, eleven days are too many
    ['2026-06-01', '2026-06-11', [], ['R-03']],
  ])('%s to %s in %j gives %j', (exitDate, entryDate, countries, expected) => {
    const answers = { exitDate, entryDate, ...(countries.length > 0 ? { legs: stops(...countries) } : {}) };
    const codes = [1, 2, 3, 4].map(code).filter((c) => found(c, answers).length > 0);
    expect(codes).toEqual(expected);
  });

  test('an eleventh day is stopped while half of the form is still empty', () => {
    const answers = {
      exitDate: '2026-06-01',
      entryDate: '2026-06-11',
      legs: [
        { country: '日本', transit: false, arrive: '2026-13-45' },
        { country: '韩国', transit: false },
        { country: '德国', transit: false },
        {},
      ],
      members: [{ name: 7 }],
    };
    const [problem] = problems(answers).filter((p) => p.code === 'R-03');
    expect(problem).toMatchObject({ level: 'block', at: ['entryDate'] });
    expect(problem?.message).toContain('在外11天');
    expect(problem?.basis?.title).toContain('中办发〔2013〕16号');
  });

  test('the office may set another limit, and its own source is cited', () => {
    const set = { 'outbound-trip.max-days.1': 4 };
    const [problem] = found(
      'R-01',
      { exitDate: '2026-06-01', entryDate: '2026-06-05', legs: stops('日本') },
      { policies: set },
    );
    expect(problem?.message).toContain('最多4天');
    expect(problem?.basis?.title).toBe('测试设定');
  });

  test('a written request turns the stop into a case-by-case decision', () => {
    const answers = {
      exitDate: '2026-06-01',
      entryDate: '2026-06-11',
      legs: stops('日本', '韩国', '德国'),
      longerStay: UPLOAD,
    };
    expect(found('R-03', answers)).toEqual([]);
    expect(found('R-05', answers)).toMatchObject([{ level: 'warn', at: ['longerStay'] }]);
    expect(
      found('R-03', answers, { policies: { 'outbound-trip.longer-stay-by-request': false } }),
    ).toHaveLength(1);
  });
});

describe('countries and regions', () => {
  const stop = (country: string) => ({ country, transit: false });
  test.each([
    ['three countries', [stop('日本'), stop('韩国'), stop('德国')], 0],
    ['a fourth country', [stop('日本'), stop('韩国'), stop('德国'), stop('英国')], 1],
    ['the same country twice counts once', [stop('日本'), stop('韩国'), stop('日本'), stop('德国')], 0],
    [
      'a transit inside the airport does not count',
      [stop('日本'), stop('韩国'), stop('德国'), { country: '英国', transit: true, leftAirport: false }],
      0,
    ],
    [
      'a transit that leaves the airport counts',
      [stop('日本'), stop('韩国'), stop('德国'), { country: '英国', transit: true, leftAirport: true }],
      1,
    ],
  ])('%s', (_name, legs, expected) => {
    expect(found('R-07', { legs })).toHaveLength(expected);
  });
});

describe('size of the delegation', () => {
  test.each([
    [6, 0],
    [7, 1],
  ])('%i members, interpreter included, give %i stop', (count, expected) => {
    expect(found('R-08', { members: rows(count, { role: 'interpreter' }) })).toHaveLength(expected);
  });

  test('the seventh person is stopped the moment the empty row appears', () => {
    const { members } = trip();
    const six = Array.isArray(members) ? members : [];
    const [problem] = problems(trip({ members: [...six, {}] })).filter((p) => p.code === 'R-08');
    expect(problem).toMatchObject({ level: 'block', message: '团组共7人，最多6人（含翻译），超出1人' });
    expect(problem?.basis?.article).toContain('6人');
  });

  test('a performing troupe is decided case by case and told so', () => {
    const troupe = { members: rows(60), missionKind: 'performance' };
    expect(found('R-08', troupe)).toEqual([]);
    expect(found('R-06', troupe)).toMatchObject([{ level: 'info' }]);
  });

  test('an ordinary visit gets no such favour', () => {
    expect(found('R-06', { members: rows(7), missionKind: 'visit' })).toEqual([]);
  });
});

describe('academic exchange', () => {
  const long = {
    exitDate: '2026-06-01',
    entryDate: '2026-06-20',
    legs: stops('德国'),
    missionKind: 'academic',
  };
  test('teaching and research staff travel by actual need', () => {
    const answers = { ...long, members: rows(8, { academic: true }) };
    expect(found('R-01', answers)).toEqual([]);
    expect(found('R-08', answers)).toEqual([]);
    expect(found('R-20', answers)).toMatchObject([{ level: 'info', at: ['missionKind'] }]);
  });

  test('with one who is not, the ordinary limits come back', () => {
    const answers = {
      ...long,
      members: [
        { academic: true, name: '甲' },
        { academic: false, name: '乙' },
      ],
    };
    expect(found('R-01', answers)).toHaveLength(1);
    expect(found('R-20', answers)).toMatchObject([{ at: ['members', 1, 'academic'] }]);
  });
});
