import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { files, form, identifier, table, text, type Answers } from '@zhitongche/form';
import { alignRows } from './align-rows.ts';
import { compareAnswers } from './compare-answers.ts';

const trip = form({
  task: {
    title: '任务',
    fields: {
      purpose: text('出访目的', { max: 200 }),
      host: text('邀请单位', { max: 50 }),
      letter: files('邀请函', { accept: ['pdf'], maxBytes: 9, maxFiles: 3 }),
    },
  },
  people: {
    title: '人员',
    fields: {
      members: table(
        '出访人员',
        {
          name: text('姓名', { max: 20 }),
          idNumber: identifier('citizen-id', '身份证号'),
          post: text('职务', { max: 40 }),
        },
        { maxRows: 20, rowName: '人' },
      ),
      legs: table(
        '行程',
        { city: text('城市', { max: 40 }), from: text('抵达', { max: 10 }) },
        { maxRows: 20, rowName: '站' },
      ),
    },
  },
});

const wang = { name: '王芳', idNumber: '11010519491231002X', post: '处长' };
const li = { name: '李建国', idNumber: '440524188001010014', post: '科长' };
const zhao = { name: '赵敏', idNumber: '320106197001011234', post: '研究员' };

const rowsIn = (before: Answers, after: Answers, key = 'members') =>
  compareAnswers(trip, before, after)
    .flatMap((s) => s.fields)
    .find((f) => f.key === key)?.rows ?? [];

describe('changes since the last round', () => {
  test('an answer given, taken back or reworded says so; an untouched one does not', () => {
    const [task] = compareAnswers(
      trip,
      { purpose: '洽谈合作' },
      { purpose: '洽谈科技合作', host: '柏林工业大学' },
    );
    expect(task?.fields.map((f) => [f.key, f.change])).toEqual([
      ['purpose', 'changed'],
      ['host', 'added'],
    ]);
    expect(task?.changes).toBe(2);
    expect(compareAnswers(trip, { purpose: '洽谈' }, {})[0]?.fields[0]?.change).toBe('removed');
  });

  test('the first round marks nothing', () => {
    const sections = compareAnswers(trip, null, { purpose: '洽谈合作', members: [wang] });
    expect(sections.every((s) => s.changes === 0)).toBe(true);
    expect(sections[1]?.fields[0]?.rows?.[0]?.change).toBe('same');
  });

  test('a person who left in the middle does not shift the others', () => {
    const rows = rowsIn({ members: [wang, li, zhao] }, { members: [wang, zhao] });
    expect(rows.map((r) => [r.change, (r.after ?? r.before)?.['name']])).toEqual([
      ['same', '王芳'],
      ['removed', '李建国'],
      ['same', '赵敏'],
    ]);
  });

  test('a person is recognised by identity number even with name and post corrected', () => {
    const [row] = rowsIn({ members: [wang] }, { members: [{ ...wang, name: '王方', post: '副处长' }] });
    expect(row?.change).toBe('changed');
    expect(row?.cells).toEqual({ name: 'changed', idNumber: 'same', post: 'changed' });
  });

  test('the same page sent again is no change; another page under the same name is', () => {
    const page = (id: string, digest: string) => ({
      letter: [{ id, name: '邀请函.pdf', size: 9, type: 'application/pdf', digest: digest.repeat(64) }],
    });
    const change = (before: Answers, after: Answers) =>
      compareAnswers(trip, before, after)[0]?.fields[0]?.change;
    expect(change(page('f1', 'a'), page('f2', 'a'))).toBe('same');
    expect(change(page('f1', 'a'), page('f1', 'b'))).toBe('changed');
  });

  test('another identity number is another person', () => {
    const rows = rowsIn({ members: [wang] }, { members: [{ ...wang, idNumber: li.idNumber }] });
    expect(rows.map((r) => r.change).toSorted()).toEqual(['added', 'removed']);
  });

  test('rows without identifiers are recognised by likeness', () => {
    const rows = rowsIn(
      { legs: [{ city: '柏林', from: '2026-12-01' }] },
      {
        legs: [
          { city: '慕尼黑', from: '2026-11-28' },
          { city: '柏林', from: '2026-12-02' },
        ],
      },
      'legs',
    );
    expect(rows.map((r) => r.change)).toEqual(['added', 'changed']);
  });
});

describe('the pairing of rows', () => {
  const rows = fc.array(
    fc.record({ name: fc.constantFrom('王', '李', '赵', ''), post: fc.constantFrom('处长', '科长', '') }),
    { maxLength: 8 },
  );

  test('accounts for every row on both sides exactly once, newer rows in their order', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const pairs = alignRows(before, after);
        expect(pairs.flatMap((p) => p.to ?? [])).toEqual(after.map((_, i) => i));
        expect(pairs.flatMap((p) => p.from ?? []).toSorted((a, b) => a - b)).toEqual(before.map((_, i) => i));
      }),
    );
  });

  test('finds nothing changed in a table compared with itself, and nothing lost in a shuffled one', () => {
    fc.assert(
      fc.property(
        rows.chain((r) => fc.tuple(fc.constant(r), fc.shuffledSubarray(r, { minLength: r.length }))),
        ([one, shuffled]) => {
          expect(alignRows(one, one).every((p) => p.before === p.after)).toBe(true);
          expect(alignRows(one, shuffled).every((p) => p.before !== undefined && p.after !== undefined)).toBe(
            true,
          );
        },
      ),
    );
  });
});
