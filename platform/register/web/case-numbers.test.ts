import { expect, test } from 'vitest';
import { isNumber, partsOf } from './case-numbers.ts';

test('numbers of cases are found within a text, and what stands around them stays', () => {
  expect(partsOf('由办件 2026-000123 写入；办件2026-000124')).toEqual([
    '由办件 ',
    '2026-000123',
    ' 写入；办件',
    '2026-000124',
  ]);
  expect(partsOf('没有编号')).toEqual(['没有编号']);
  expect(partsOf('')).toEqual([]);
});

test('a day, a longer figure and a part of one are no numbers; a number of a paper is one where it stands alone', () => {
  expect(['2026-03-05', '12026-000123', '2026-0001234'].flatMap(partsOf).filter(isNumber)).toEqual([]);
  expect(isNumber('云外认〔2026〕12号')).toBe(true);
  expect(isNumber('依云外认〔2026〕12号 办理')).toBe(false);
});
