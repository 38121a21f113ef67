import { expect, expectTypeOf, test } from 'vitest';
import { type AnswersOf, conditional, form } from './form.ts';
import { choice, choices, integer, options, text, yesNo } from './field.ts';
import { readAnswers } from './read-answers.ts';

const asked = form({
  trip: {
    title: '任务',
    fields: {
      kind: choice('类型', options({ own: '自组团', join: '参团' }), { required: true }),
      shown: choices('展示', [
        { value: 'flag', label: '旗' },
        { value: 'seal', label: '章' },
      ]),
      inPlan: yesNo('列入计划', { required: true }),
      planNumber: text('计划编号', { max: 20, required: true }),
      total: integer('总人数', { min: 1 }),
    },
  },
});
type Asked = AnswersOf<typeof asked>;

test('a choice types its values: what is not among them does not compile', () => {
  expectTypeOf<Asked['kind']>().toEqualTypeOf<'own' | 'join' | undefined>();
  expectTypeOf<Asked['shown']>().toEqualTypeOf<readonly ('flag' | 'seal')[] | undefined>();
  // @ts-expect-error: no such type of trip.
  const wrong: Asked = { kind: 'joins' };
  const isJoint = ({ kind }: Asked): boolean =>
    // @ts-expect-error: compared with a value it never has.
    kind === 'joint';
  expect([wrong.kind, isJoint({ kind: 'join' })]).toEqual(['joins', false]);
});

test('conditions see the answers as the form types them, and ask accordingly', () => {
  const whole = conditional(asked, {
    planNumber: { shown: (answers) => answers.inPlan === true },
    total: { required: ({ kind }) => kind === 'join' },
  });
  expectTypeOf<AnswersOf<typeof whole>>().toEqualTypeOf<Asked>();
  expect(readAnswers(whole, { kind: 'own', inPlan: false }).shown).not.toContain('planNumber');
  expect(readAnswers(whole, { kind: 'own', inPlan: true }).problems.map(({ at }) => at[0])).toEqual([
    'planNumber',
  ]);
  expect(readAnswers(whole, { kind: 'join', inPlan: false }).problems.map(({ at }) => at[0])).toEqual([
    'total',
  ]);
  conditional(asked, {
    // @ts-expect-error: the form asks no such thing.
    plan: { shown: () => true },
    // @ts-expect-error: no answer of that name.
    planNumber: { shown: (answers) => answers.inplan === true },
    // @ts-expect-error: a yes or no is no text.
    total: { shown: (answers) => answers.inPlan === '是' },
  });
});
