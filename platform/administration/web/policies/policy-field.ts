import type { PolicyValue } from '@zhitongche/office';
import { type Field, choice, choices, decimal, options, text, yesNo, yuan } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import type { PolicyLine } from './policy-words.ts';

const LABEL = '新的值';
const SEPARATOR = /[\s,，、;；]+/u;

/** The question that asks for a new value of a figure, by its kind. */
export const policyField = ({ type, unit, among }: Pick<PolicyLine, 'type' | 'unit' | 'among'>): Field => {
  if (type === 'yes-no') return yesNo(LABEL, { required: true });
  if (type === 'money') return yuan(LABEL, { max: '999999999', required: true });
  if (type === 'number')
    return decimal(LABEL, { scale: 6, min: '0', max: '1000000000', unit, required: true });
  if (type === 'list')
    return among
      ? choices(LABEL, options(among))
      : text(LABEL, { max: 5_000, width: 12, help: '各项之间用顿号、逗号或空格分开。' });
  return among ? choice(LABEL, options(among)) : text(LABEL, { max: 5_000, width: 12 });
};

/** A value as its question begins with it. */
export const answerOf = (value: PolicyValue, among: PolicyLine['among']): Json =>
  typeof value === 'number'
    ? String(value)
    : typeof value === 'object'
      ? among
        ? [...value]
        : value.join('、')
      : value;

/** The value a sound answer to the question says. */
export const valueOf = (type: string, answer: unknown): PolicyValue => {
  if (type === 'yes-no') return answer === true;
  if (type === 'number') return Number(answer);
  if (type !== 'list') return typeof answer === 'string' ? answer : '';
  const words: readonly unknown[] = Array.isArray(answer)
    ? answer
    : typeof answer === 'string'
      ? answer.split(SEPARATOR)
      : [];
  return words.filter((word): word is string => typeof word === 'string' && word !== '');
};
