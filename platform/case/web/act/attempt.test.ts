import { ApiProblem, Unreachable } from '@zhitongche/ui';
import { expect, test } from 'vitest';
import { afterFailure, attemptOf } from './attempt.ts';

const keys = (): (() => string) => {
  let last = 0;
  return () => `key-${(last += 1)}`;
};
const AGREE = { act: 'agree', opinion: '同意。' };
const REFUSAL = new ApiProblem({
  type: 'about:blank',
  title: '不能办理',
  status: 409,
  code: 'case.stale-revision',
  detail: '办件已经变动。',
  en: 'The case has changed.',
});

test('pressing again after a lost answer sends the same request, so that nothing happens twice', () => {
  const newKey = keys();
  const first = attemptOf(null, AGREE, newKey);
  const again = attemptOf(afterFailure(first, new Unreachable()), AGREE, newKey);
  expect(again).toEqual(first);
});

test('other words after a lost answer are another request', () => {
  const newKey = keys();
  const first = attemptOf(null, AGREE, newKey);
  const other = attemptOf(afterFailure(first, new Unreachable()), { ...AGREE, opinion: '不同意。' }, newKey);
  expect(other.key).not.toBe(first.key);
});

test('the same words after a refusal are a new request: the refused one is answered', () => {
  const newKey = keys();
  const first = attemptOf(null, AGREE, newKey);
  expect(attemptOf(afterFailure(first, REFUSAL), AGREE, newKey).key).not.toBe(first.key);
});
