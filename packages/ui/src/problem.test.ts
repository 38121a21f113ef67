import { expect, it } from 'vitest';
import { messageOf, problemFrom, problemsOfError, requestNumberOf, sentenceOf } from './problem.ts';

const NUMBER = '019d2f00-6e72-7432-b07e-ad9eac6504e1';
const document = (status: number) => ({
  type: 'urn:zhitongche:problem:x',
  title: '系统故障',
  status,
  code: 'x',
  detail: '系统内部出错，已记录，请稍后重试。',
  en: 'A fault.',
  instance: `urn:zhitongche:request:${NUMBER}`,
});

it('a fault nobody expected comes with the number to quote; a refusal that explains itself without', () => {
  const fault = problemFrom(500, document(500));
  expect(requestNumberOf(fault)).toBe(NUMBER);
  expect(sentenceOf(fault)).not.toContain(NUMBER);
  expect(messageOf(fault)).toBe(`系统内部出错，已记录，请稍后重试。请求编号：${NUMBER}`);
  expect(problemsOfError(fault)[0]?.message).toContain(NUMBER);
  for (const quiet of [problemFrom(422, document(422)), problemFrom(500, '<html>'), new Error('x')])
    expect([requestNumberOf(quiet), messageOf(quiet)]).toEqual([null, sentenceOf(quiet)]);
});
