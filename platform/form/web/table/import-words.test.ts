import { expect, test } from 'vitest';
import type { Problem } from '@zhitongche/base';
import { importWords } from './import-words.ts';

const problem = (code: string): Problem => ({
  code,
  level: 'block',
  at: ['members', 0, 'name'],
  message: '',
  en: '',
});
const read = { rows: [{}, {}], problems: [], unknownHeads: [], passedOver: [] };

test('cells read wrong and cells left empty are counted apart, so that a clerk sees what is wrong', () => {
  const problems = [problem('field.date'), problem('field.required'), problem('field.required')];
  const { wrong, lines } = importWords('人', { ...read, problems });
  expect(wrong).toBe(true);
  expect(lines[0]).toBe('读到 2 人。');
  expect(lines[1]).toMatch(/^1 处填写有误/);
  expect(lines[2]).toMatch(/^2 处表格中没有/);
});

test('columns not taken and rows passed over are named on lines of their own', () => {
  const { lines } = importWords('人', { ...read, unknownHeads: ['备注'], passedOver: ['合计 3人'] });
  expect(lines).toEqual([
    '读到 2 人，没有发现问题。',
    '这些列在申报表中没有，未导入：备注。',
    '这些行不是明细，已略过：合计 3人。',
  ]);
});
