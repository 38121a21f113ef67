import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankAnswers,
  checkForm,
  fieldAt,
  prune,
  readForm,
  showAnswer,
  shownFields,
  soundAnswers,
} from './check-form.ts';
import {
  choice,
  choices,
  country,
  date,
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
} from './field.ts';
import { form } from './form.ts';
import type { Json } from './json.ts';
import { sampleContext } from './testing.ts';
import { toyForm } from './testing/toy-service.ts';

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
    ['a leap day', date('日期'), '2024-02-29', '2024-02-29'],
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
    ['too early', date('日期', { min: '2026-01-01' }), '2025-12-31', 'field.too-early'],
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

const trip = form({
  basics: {
    title: '基本情况',
    fields: {
      abroad: yesNo('是否出国', { required: true }),
      where: country('国家', { required: true, shown: (a) => a['abroad'] === true }),
      visa: yesNo('是否需要签证', { required: true, shown: (a) => a['where'] !== undefined }),
    },
  },
  members: {
    title: '人员',
    shown: (a) => a['abroad'] === true,
    fields: {
      members: table(
        '人员',
        {
          name: text('姓名', { max: 10, required: true }),
          leader: yesNo('是否团长', { required: true }),
          speech: text('讲话题目', { max: 20, required: true, shown: (row) => row['leader'] === true }),
          passport: identifier('passport', '护照号', { required: (_row, whole) => whole['visa'] === true }),
        },
        { minRows: 1, maxRows: 3, rowName: '人', required: true },
      ),
    },
  },
});

describe('a form as a whole', () => {
  it('tells everything at once, in the order it asks, with row and column', () => {
    const problems = checkForm(
      trip,
      {
        abroad: true,
        where: '法国',
        visa: true,
        members: [
          { name: '张三', leader: true },
          { name: '名字长到超过十个字的人', leader: false, x: 1 },
        ],
      },
      context,
    );
    expect(problems.map((p) => [p.code, p.at.join('.')])).toEqual([
      ['field.required', 'members.0.speech'],
      ['field.required', 'members.0.passport'],
      ['field.too-long', 'members.1.name'],
      ['field.required', 'members.1.passport'],
      ['field.unknown', 'members.1.x'],
    ]);
    expect(problems[0]?.message).toBe('第1人：请填写「讲话题目」');
  });

  it('hides in chains: what hangs on a hidden answer is hidden too', () => {
    const answers = { abroad: false, where: '法国', visa: true, members: [{ name: '张三' }] };
    expect(prune(trip, answers)).toEqual({ abroad: false });
    expect(shownFields(trip, answers)).toEqual(['abroad']);
    expect(checkForm(trip, answers, context)).toEqual([]);
  });

  it('drops the hidden cells of a row', () => {
    const { sound } = readForm(
      trip,
      {
        abroad: true,
        where: '法国',
        visa: false,
        members: [{ name: '张三', leader: false, speech: '不再需要' }],
      },
      context,
    );
    expect(sound['members']).toEqual([{ name: '张三', leader: false }]);
  });

  it('keeps what was typed in a draft, sound or not', () => {
    const typed = { abroad: true, where: '不存在', members: [{ name: 7 }] };
    expect(prune(trip, typed)).toEqual(typed);
    expect(soundAnswers(trip, typed, context.facts)).toEqual({ abroad: true, members: [{}] });
  });

  it('judges a country only where the table is at hand', () => {
    expect(soundAnswers(one(country('国家')), { f: '不存在' })).toEqual({ f: '不存在' });
  });

  it('starts blank: nothing is answered in advance, every table has its least rows', () => {
    expect(blankAnswers(trip)).toEqual({ where: '', members: [{ name: '', speech: '', passport: '' }] });
    expect(checkForm(trip, blankAnswers(trip), context).map((p) => p.at[0])).toEqual(['abroad']);
  });

  it('sums up unknown keys beyond the first twenty', () => {
    const answers = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, i]));
    const problems = checkForm(one(note), answers, context);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toContain('4980');
  });

  it('asks a question whose condition breaks, rather than losing its answer', () => {
    const shown = () => {
      throw new Error('broken');
    };
    expect(prune(one({ ...note, shown }), { f: 'x' })).toEqual({ f: 'x' });
  });
});

describe('places and words', () => {
  it('finds the field a path leads to', () => {
    expect(fieldAt(trip, 'members.2.passport')).toMatchObject({
      section: 'members',
      keys: ['members', 'passport'],
      words: '人员 › 第3人 › 护照号',
    });
    expect(fieldAt(trip, ['abroad'])?.field.label).toBe('是否出国');
  });

  it.each([
    '',
    'nothing',
    'members.2.nothing',
    'abroad.1',
    '__proto__',
    'members.1.__proto__',
    'constructor',
  ])('finds nothing at "%s"', (path) => {
    expect(fieldAt(trip, path)).toBeUndefined();
  });

  it.each<readonly [Field, Json | undefined, string, string]>([
    [date('日期'), '2026-03-05', '2026年3月5日', '2026-03-05'],
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

describe('laws of reading, on any JSON whatever', () => {
  const poison = fc.constantFrom('__proto__', 'constructor', 'toString', 'NaN', '1e999', '\u0000', '١٢', '');
  const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), poison, fc.constantFrom('法国', true, false, [], {}));
  const row = fc.dictionary(fc.oneof(fc.constantFrom('name', 'idNumber', 'passport'), poison), value);
  const keys = fc.constantFrom(
    'title',
    'size',
    'guests',
    'on',
    'cost',
    'foreign',
    'from',
    'contact',
    'members',
    'letter',
  );
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 6 }),
    fc.dictionary(
      fc.oneof({ weight: 9, arbitrary: keys }, poison),
      fc.oneof(value, fc.array(row, { maxLength: 7 })),
    ),
  );

  it('never throws, and what it calls sound it calls sound again', () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const { sound, kept, problems } = readForm(toyForm, answers, context);
        for (const problem of problems) expect(problem.message).not.toBe('');
        const again = readForm(toyForm, sound, context);
        expect(again.sound).toEqual(sound);
        expect(prune(toyForm, kept)).toEqual(kept);
        expect(Object.getPrototypeOf(sound)).toBe(Object.prototype);
      }),
      { numRuns: 500 },
    );
  });

  it('hidden answers never survive, and steer nothing', () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const kept = prune(toyForm, answers);
        const { sound } = readForm(toyForm, kept, context);
        if (sound['foreign'] !== true) expect(kept).not.toHaveProperty('from');
        if (sound['foreign'] !== true && Array.isArray(sound['members'])) {
          for (const member of sound['members']) expect(member).not.toHaveProperty('passport');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('conditions that chase each other settle on hiding', () => {
    const chasing = form({
      s: {
        title: '互斥',
        fields: {
          a: text('甲', { max: 5, shown: (x) => x['b'] === undefined }),
          b: text('乙', { max: 5, shown: (x) => x['a'] === undefined }),
        },
      },
    });
    const kept = prune(chasing, { a: '1', b: '2' });
    for (const key of Object.keys(kept)) expect(shownFields(chasing, kept)).toContain(key);
  });

  it('stands the deepest nesting and the longest list', () => {
    let deep: Json = [];
    for (let i = 0; i < 20_000; i += 1) deep = [deep];
    const answers = {
      members: Array.from({ length: 200_000 }, () => ({ name: deep })),
      title: deep,
      letter: deep,
    };
    expect(checkForm(toyForm, answers, context).length).toBeLessThan(60);
  });
});
