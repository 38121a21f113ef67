import { form, readAnswers } from '@zhitongche/form';
import { expect, test } from 'vitest';
import { answerOf, policyField, valueOf } from './policy-field.ts';

type Line = Parameters<typeof policyField>[0];
const RANKS = { bureau: '厅局级', division: '县处级' };

/** What comes of an answer typed into the question of a figure, or the codes of what is wrong with it. */
const typed = (line: Partial<Line> & Pick<Line, 'type'>, answer: string | boolean | string[]) => {
  const asked = form({ one: { title: '', fields: { value: policyField({ unit: '', ...line }) } } });
  const { sound, problems } = readAnswers(asked, { value: answer });
  return problems.length > 0 ? problems.map(({ code }) => code) : valueOf(line.type, sound.value);
};

test.each([
  [{ type: 'number' }, '6', 6],
  [{ type: 'number' }, '0.4', 0.4],
  [{ type: 'number' }, '六', ['field.type']],
  [{ type: 'number' }, '', ['field.required']],
  [{ type: 'number' }, '-1', ['field.too-small']],
  [{ type: 'yes-no' }, false, false],
  [{ type: 'list' }, '厅级、处级 其他', ['厅级', '处级', '其他']],
  [{ type: 'list' }, '', []],
  [{ type: 'list', among: RANKS }, ['division'], ['division']],
  [{ type: 'list', among: RANKS }, ['village'], ['field.not-an-option']],
  [{ type: 'text' }, '甲', '甲'],
])('%j answered with %j is %j', (line, answer, value) => {
  expect(typed(line, answer)).toEqual(value);
});

test.each([[6], [true], [['a', 'b']], ['甲']])(
  '%j begins its question as the answer that says it',
  (value) => {
    const type =
      typeof value === 'number'
        ? 'number'
        : typeof value === 'boolean'
          ? 'yes-no'
          : Array.isArray(value)
            ? 'list'
            : 'text';
    expect(valueOf(type, answerOf(value, undefined))).toEqual(value);
  },
);
