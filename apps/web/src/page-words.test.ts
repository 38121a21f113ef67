import { expect, test } from 'vitest';
import { misspokenIn } from '../testing/page-words.ts';

const rules = (text: string, unit = false) => misspokenIn([{ text, unit }]).map(({ rule }) => rule);

test('words of the program are found, names and addresses are not', () => {
  for (const text of [
    '状态 case.stale-revision',
    '台账 outbound-trip',
    '没有填写 undefined',
    'paper_failed 1 份',
    '[object Object]',
    '处室 division:outbound-trip',
    'passportCustody',
  ])
    expect([text, rules(text)]).toEqual([text, ['code']]);
  for (const text of [
    '附件 邀请函-v2.pdf',
    'kecaiwei@shangwu.example.com',
    'PDF/A、XLSX',
    '2026-000070',
    'Ctrl K',
    'APEC 商务旅行卡',
    'LIN/RUOGU',
    '云外出〔2026〕27号',
  ])
    expect([text, rules(text)]).toEqual([text, []]);
});

test('one style of quotes', () => {
  expect(rules('与“申请”相符')).toEqual([]);
  expect(rules('与"申请"相符')).toEqual(['quotes']);
  expect(rules('与「申请」相符')).toEqual(['quotes']);
});

test('a day somebody must act by has its weekday, and no day is written as a machine writes it', () => {
  expect(rules('12月4日（周五）前办完')).toEqual([]);
  expect(rules('12月4日周五前办完')).toEqual([]);
  expect(rules('12月4日前办完')).toEqual(['deadline']);
  expect(rules('自 2026-12-04 起')).toEqual(['date']);
  expect(rules('12月4日 10:32')).toEqual([]);
});

test('an amount has its unit, in its sentence or over its column', () => {
  expect(rules('合计 12,500.00 元')).toEqual([]);
  expect(rules('合计 18.41万元')).toEqual([]);
  expect(rules('¥12,500.00')).toEqual([]);
  expect(rules('12,500.00', true)).toEqual([]);
  expect(rules('12,500.00')).toEqual(['amount']);
  expect(rules('合计 12,500.00，已付')).toEqual(['amount']);
});
