import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankAnswers,
  checkForm,
  fieldAt,
  prune,
  readForm,
  shownFields,
  soundAnswers,
} from './check-form.ts';
import { country, type Field, identifier, table, text, yesNo } from './field.ts';
import { form } from './form.ts';
import type { Json } from '@zhitongche/base';
import { readAnswers } from './read-answers.ts';
import { sampleContext } from '../../case/model/testing.ts';
import { toyForm } from '../../case/model/testing/toy-service.ts';

const context = sampleContext([], {
  tables: { countries: [{ name: '法国', aliases: ['法兰西'] }, { name: '德国' }] },
});
const one = (field: Field) => form({ s: { title: '一', fields: { f: field } } });
const note = text('说明', { max: 5 });

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
    const form = one(country('国家'));
    const unjudged = soundAnswers(form, { f: '不存在' });
    expect(unjudged).toEqual({ f: '不存在' });
    // Sound without the table is not sound with it.
    expect(soundAnswers(form, unjudged, context.facts)).toEqual({});
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
        // Asked for the sound part of what is sound already, no reading takes place: it would have changed nothing.
        expect(soundAnswers(toyForm, sound)).toEqual(sound);
        expect(readAnswers(toyForm, sound).sound).toEqual(sound);
        const copy: unknown = structuredClone(sound);
        const anew = readForm(toyForm, copy, context);
        if (problems.length === 0) expect(anew).toEqual({ ...again, kept: copy });
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

it('what is missing is asked for once, and not again as what to do', () => {
  const [problem] = checkForm(one(text('理由', { max: 9, required: true })), {}, context);
  expect(problem?.message).toBe('请填写「理由」');
  expect(problem).not.toHaveProperty('todo');
});
