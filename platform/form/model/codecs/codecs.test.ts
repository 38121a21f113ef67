import { describe, expect, it } from 'vitest';
import { readForm, showAnswer } from '../check-form.ts';
import {
  choice,
  choices,
  country,
  date,
  dateTime,
  decimal,
  type Field,
  files,
  identifier,
  integer,
  options,
  table,
  text,
  yesNo,
  yuan,
} from '../field.ts';
import { form } from '../form.ts';
import type { Json } from '@zhitongche/base';
import { sampleContext } from '../../../case/model/testing.ts';

const context = sampleContext([], {
  tables: { countries: [{ name: '法国', aliases: ['法兰西'] }, { name: '德国' }] },
});
const one = (field: Field) => form({ s: { title: '一', fields: { f: field } } });
const read = (field: Field, raw: Json) => readForm(one(field), { f: raw }, context);
const sizes = options({ small: '小型', large: { zh: '大型', en: 'Large' } });
const file = (more: Readonly<Record<string, Json>> = {}): Json => ({
  id: 'a1',
  name: '邀请函.PDF',
  size: 2_048,
  type: 'application/pdf',
  digest: 'ab'.repeat(32),
  ...more,
});
const letter = files('邀请函', { accept: ['pdf'], maxBytes: 4_096, maxFiles: 2 });
const note = text('说明', { max: 5 });

describe('values people type are taken and stored in one form', () => {
  const taken: readonly (readonly [string, Field, Json, Json])[] = [
    ['text trimmed', note, '  五个字以内 ', '五个字以内'],
    ['rare characters counted as one each', note, '𬭎𠅤䶮㛃𰻝', '𬭎𠅤䶮㛃𰻝'],
    ['line breaks of any system', text('说明', { max: 9, lines: 3 }), 'a\r\nb\rc', 'a\nb\nc'],
    ['a line break in a one-line text', note, 'a\n b', 'a b'],
    ['invisible marks dropped', note, '\ufeffa\u0000b\u200b', 'ab'],
    [
      'text in the wanted form',
      text('文号', { max: 20, pattern: { regex: '\\d{4}号', hint: '四位数字加“号”' } }),
      '2026号',
      '2026号',
    ],
    ['digits typed full-width', integer('人数', { min: 1 }), '１２', 12],
    ['a negative number', integer('温度'), '-3', -3],
    ['an amount with separators', yuan('金额'), '1,234.5', '1234.50'],
    ['an amount without places', yuan('金额'), '12', '12.00'],
    ['an amount given as a number', yuan('金额'), 12.5, '12.50'],
    ['needless zeros', decimal('比例', { scale: 1 }), '0.500', '0.5'],
    ['minus zero', decimal('比例', { scale: 1 }), '-0.0', '0.0'],
    ['today as a day that has come', date('日期', { past: true }), context.today, context.today],
    ['a leap day', date('日期'), '2024-02-29', '2024-02-29'],
    ['a minute as a picker gives it', dateTime('报告时间'), '2026-10-01T23:50', '2026-10-01T23:50'],
    ['a minute as a hand types it', dateTime('报告时间'), ' 2026-10-01 ２３:50', '2026-10-01T23:50'],
    ['an option', choice('规模', sizes), 'large', 'large'],
    [
      'options in their own order, each once',
      choices('规模', sizes),
      ['large', 'small', 'large'],
      ['small', 'large'],
    ],
    ['no', yesNo('外宾'), false, false],
    ['an alias of a country', country('国家'), ' 法兰西 ', '法国'],
    [
      'an identity number in small letters',
      identifier('citizen-id', '身份证'),
      '11010519491231002x',
      '11010519491231002X',
    ],
    ['a credit code', identifier('uscc', '代码'), '91350100m000100y43', '91350100M000100Y43'],
    ['a passport number', identifier('passport', '护照'), 'pe 1234567', 'PE1234567'],
    ['an address', identifier('email', '邮箱'), 'a@B.com', 'a@b.com'],
    ['a file whose name ends in capitals', letter, [file()], [file()]],
  ];

  it.each(taken)('%s', (_name, field, raw, stored) => {
    const { sound, problems } = read(field, raw);
    expect(problems).toEqual([]);
    expect(sound['f']).toEqual(stored);
    // What has been stored is read again unchanged.
    expect(read(field, stored).sound['f']).toEqual(stored);
  });
});

describe('what is wrong is said, not thrown', () => {
  const wrong: readonly (readonly [string, Field, Json, string])[] = [
    ['text too long', note, '六个字太长了', 'field.too-long'],
    ['ten megabytes', note, 'x'.repeat(10_000_000), 'field.too-long'],
    ['half a character', note, 'a\ud800', 'field.broken-text'],
    ['a number for a text', note, 5, 'field.type'],
    [
      'text not in the wanted form',
      text('文号', { max: 20, pattern: { regex: '\\d{4}号', hint: '四位数字加“号”' } }),
      '2026',
      'field.pattern',
    ],
    ['no number', integer('人数'), 'NaN', 'field.type'],
    ['an exponent', integer('人数'), '1e3', 'field.type'],
    ['half a person', integer('人数'), 1.5, 'field.type'],
    ['more than numbers hold', integer('人数'), '99999999999999999', 'field.type'],
    ['nobody', integer('人数', { min: 1 }), 0, 'field.too-small'],
    ['too many', integer('人数', { max: 6 }), '7', 'field.too-large'],
    ['infinity', yuan('金额'), Number.POSITIVE_INFINITY, 'field.type'],
    ['an amount in words', yuan('金额'), '一千', 'field.type'],
    ['a tenth of a cent', yuan('金额'), '0.001', 'field.too-precise'],
    ['a debt', yuan('金额'), '-1', 'field.too-small'],
    ['a day that is none', date('日期'), '2026-02-30', 'field.date'],
    ['an absurd year', date('日期'), '9999-01-01', 'field.date'],
    ['an hour no day has', dateTime('报告时间'), '2026-10-01T24:00', 'field.date-time'],
    ['a minute of a day that is none', dateTime('报告时间'), '2026-02-30T09:00', 'field.date-time'],
    ['a day without its hour', dateTime('报告时间'), '2026-10-01', 'field.date-time'],
    ['too early', date('日期', { min: '2026-01-01' }), '2025-12-31', 'field.too-early'],
    ['what has not happened', date('日期', { past: true }), '2199-01-01', 'field.to-come'],
    ['too late', date('日期', { max: '2026-01-01' }), '2026-01-02', 'field.too-late'],
    ['no option', choice('规模', sizes), 'huge', 'field.not-an-option'],
    ['an option named like a part of JavaScript', choice('规模', sizes), '__proto__', 'field.not-an-option'],
    ['one option of several unknown', choices('规模', sizes), ['small', 'x'], 'field.not-an-option'],
    ['options not in a list', choices('规模', sizes), 'small', 'field.type'],
    ['“yes” as a word', yesNo('外宾'), 'yes', 'field.type'],
    ['a country nobody knows', country('国家'), '亚特兰蒂斯', 'field.unknown-country'],
    ['a wrong check character', identifier('citizen-id', '身份证'), '110105194912310021', 'citizen-id.check'],
    ['a born-tomorrow', identifier('citizen-id', '身份证'), '110105204912310024', 'citizen-id.birth'],
    ['a file of another kind', letter, [file({ name: 'a.exe' })], 'field.file-kind'],
    ['a file too large', letter, [file({ size: 4_097 })], 'field.file-size'],
    ['an empty file', letter, [file({ size: 0 })], 'field.type'],
    ['a file with a path in its name', letter, [file({ name: '../x.pdf' })], 'field.type'],
    ['a file with more than a file has', letter, [file({ url: 'x' })], 'field.type'],
    ['a file twice', letter, [file(), file()], 'field.type'],
    ['three files for two', letter, [file(), file({ id: 'b' }), file({ id: 'c' })], 'field.too-many-files'],
    ['a table that is a text', table('人员', {}, { maxRows: 2, rowName: '人' }), 'x', 'field.type'],
    ['a row that is none', table('人员', {}, { maxRows: 2, rowName: '人' }), [1], 'field.type'],
    [
      'rows beyond the limit',
      table('人员', {}, { maxRows: 1, rowName: '人' }),
      [{}, {}],
      'field.too-many-rows',
    ],
    [
      'rows missing',
      table('人员', {}, { minRows: 2, maxRows: 3, rowName: '人' }),
      [{}],
      'field.too-few-rows',
    ],
  ];

  it.each(wrong)('%s', (_name, field, raw, code) => {
    const { problems } = read(field, raw);
    expect(problems.map((p) => p.code)).toContain(code);
    for (const problem of problems) {
      expect(problem.level).toBe('block');
      expect(problem.message).toMatch(/[一-龥]/);
      expect(problem.en).not.toBe('');
      expect(problem.todo ?? '').not.toBe('');
      expect(problem.at[0]).toBe('f');
    }
  });

  it('keeps no unsound value among the sound ones', () => {
    for (const [, field, raw] of wrong) {
      if (field.kind !== 'table') expect(read(field, raw).sound).toEqual({});
    }
  });
});

describe('values in words', () => {
  it.each<readonly [Field, Json | undefined, string, string]>([
    [date('日期'), '2026-03-05', '2026年3月5日', '2026-03-05'],
    [dateTime('报告时间'), '2026-10-01T23:50', '2026年10月1日23:50', '2026-10-01 23:50'],
    [yuan('金额'), '1234567.80', '1,234,567.80元', '1,234,567.80元'],
    [integer('人数', { unit: '人' }), 1234, '1,234人', '1,234人'],
    [choice('规模', sizes), 'large', '大型', 'Large'],
    [choices('规模', sizes), ['small', 'large'], '小型、大型', '小型, Large'],
    [yesNo('外宾'), false, '否', 'No'],
    [letter, [file()], '邀请函.PDF', '邀请函.PDF'],
    [table('人员', {}, { maxRows: 9, rowName: '人' }), [{}, {}], '2人', '2'],
    [note, undefined, '', ''],
  ])('shows %o', (field, value, zh, en) => {
    expect(showAnswer(field, value)).toBe(zh);
    expect(showAnswer(field, value, 'en')).toBe(en);
  });
});

describe('a text that is printed in a box of a card', () => {
  const name = text('姓名', { max: 60, room: { width: 30, height: 5, size: 10, on: '随行卡' } });

  it('is taken while it stands there whole', () => {
    expect(read(name, '林㛃').problems).toEqual([]);
    expect(read(name, 'Bayerisches').problems).toEqual([]);
  });

  it('is refused at its field while it is typed, with how much there is room for; what was typed stays', () => {
    const { problems, values } = { values: read(name, '国'.repeat(9)).sound, ...read(name, '国'.repeat(9)) };
    expect(problems).toMatchObject([
      {
        code: 'field.room',
        level: 'block',
        at: ['f'],
        message: '「姓名」印在随行卡上放不下：最多1行、每行约8个汉字，现需2行',
        todo: '请缩短或改用简称',
      },
    ]);
    expect(values).toEqual({ f: '国'.repeat(9) });
  });
});

it('a year is written without a mark between its digits, a sum with one', () => {
  expect(showAnswer(integer('预算年度'), 2027)).toBe('2027');
  expect(showAnswer(integer('编制人数', { unit: '人' }), 2027)).toBe('2,027人');
  expect(showAnswer(integer('册数'), 12_000)).toBe('12,000');
});
