import { describe, expect, it } from 'vitest';
import type { Check } from './check.ts';
import { integer, table, text, form } from '@zhitongche/form';
import { review, runChecks } from './run-checks.ts';
import { sampleContext, story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const context = sampleContext(toy.policies);
const small = form({
  a: {
    title: '甲',
    fields: { first: integer('一', { required: true }), second: integer('二', { required: true }) },
  },
  b: {
    title: '乙',
    fields: {
      rows: table('表', { x: text('x', { max: 3 }), y: integer('y') }, { maxRows: 5, rowName: '行' }),
    },
  },
});
const check = (
  code: string,
  reads: readonly string[],
  run: Check['run'],
  level: Check['level'] = 'block',
): Check => ({
  code,
  title: code,
  level,
  basis: { title: '规定' },
  reads,
  run,
});
const finding = (...at: (string | number)[]) => ({ at, message: '不符', en: 'no' });

describe('checks', () => {
  it('run as soon as their own answers are sound, whatever else is missing', () => {
    const problems = review(
      small,
      [check('C-1', ['first'], () => [finding('first')])],
      { first: 1 },
      context,
    );
    expect(problems.problems.map((p) => p.code)).toEqual(['C-1', 'field.required']);
  });

  it('wait while an answer they read is missing or unsound', () => {
    const checks = [check('C-1', ['first', 'second'], () => [finding('first')])];
    expect(runChecks(checks, small, { first: 1 }, context)).toEqual([]);
    expect(runChecks(checks, small, { first: 1, second: 'x' }, context)).toEqual([]);
    expect(runChecks(checks, small, { first: 1, second: 2 }, context)).toHaveLength(1);
  });

  it('see rows with every cell sound or absent', () => {
    let seen: unknown;
    const checks = [
      check('C-1', ['rows'], (answers) => {
        seen = answers['rows'];
        return [];
      }),
    ];
    runChecks(checks, small, { rows: [{ x: 'abc', y: 1 }, { x: 'too long', y: 2 }, 5] }, context);
    expect(seen).toEqual([{ x: 'abc', y: 1 }, { y: 2 }, {}]);
  });

  it('hold the case when they break, naming themselves', () => {
    const checks = [
      check(
        'C-9',
        ['first'],
        () => {
          throw new Error('bug');
        },
        'info',
      ),
    ];
    expect(runChecks(checks, small, { first: 1 }, context)).toMatchObject([
      { code: 'check.failed', level: 'block', at: ['first'], basis: { title: '规定' } },
    ]);
  });

  it('cite their basis, unless the finding has a better one', () => {
    const own = { title: '地方规定', article: '第三条' };
    const checks = [
      check(
        'C-1',
        ['first'],
        () => [finding('first'), { ...finding('first'), basis: own, level: 'info' }],
        'warn',
      ),
    ];
    expect(runChecks(checks, small, { first: 1 }, context)).toMatchObject([
      { level: 'warn', basis: { title: '规定' } },
      { level: 'info', basis: own },
    ]);
  });
});

describe('the order of problems', () => {
  it('is the form’s: whole form, field by field, row by row, column by column, stops before hints', () => {
    const checks = [
      check('late', [], () => [finding('rows', 1, 'y'), finding('rows', 1, 'x'), finding('rows', 0, 'y')]),
      check('early', [], () => [finding('rows'), finding('second'), finding()]),
      check('hint', [], () => [finding('second')], 'info'),
      check('stop', [], () => [finding('second')], 'block'),
    ];
    const { problems } = review(small, checks, { first: 1, second: 2 }, context);
    expect(problems.map((p) => [p.code, p.at.join('.')])).toEqual([
      ['early', ''],
      ['early', 'second'],
      ['stop', 'second'],
      ['hint', 'second'],
      ['early', 'rows'],
      ['late', 'rows.0.y'],
      ['late', 'rows.1.x'],
      ['late', 'rows.1.y'],
    ]);
  });

  it('puts places the form does not know last', () => {
    const checks = [check('x', [], () => [finding('nowhere'), finding('first')])];
    expect(review(small, checks, { first: 1, second: 2 }, context).problems.map((p) => p.at[0])).toEqual([
      'first',
      'nowhere',
    ]);
  });
});

describe('a service’s problems', () => {
  it('use the figures in force', () => {
    expect(
      story(toy)
        .problems({ guests: 301 })
        .map((p) => p.code),
    ).toEqual(['T-01']);
    expect(story(toy, { policies: { 'toy.max-guests': 400 } }).problems({ guests: 301 })).toEqual([]);
  });
});
