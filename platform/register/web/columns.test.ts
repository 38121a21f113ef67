import { date, text, yuan } from '@zhitongche/form';
import { expect, test } from 'vitest';
import { answerWords, lineWords } from './columns.ts';

test('an amount is read in groups of three, as on the card', () => {
  expect(answerWords(yuan('合同金额', {}), '360000.00')).toBe('360,000.00元');
});

test('days of a line are named where there are several', () => {
  const name = text('姓名', { max: 20 });
  const stay = { name, from: date('到场', {}), until: date('离场', {}) };
  const row = { name: '乔**', from: '2025-09-21', until: '2026-02-18' };
  expect(lineWords(stay, row)).toBe('乔**，到场 2025年9月21日，离场 2026年2月18日');
  expect(lineWords({ name, from: stay.from }, { name: '乔**', from: '2025-09-21' })).toBe(
    '乔**，2025年9月21日',
  );
});
