import { expect, test } from 'vitest';
import { readAnswer } from '@zhitongche/survey';
import * as satisfaction from './index.ts';

const all = Object.values(satisfaction);

/** Groups of the survey lines of the performance targets of 河北、石家庄、山西 for 2024, and the deputies of the general works. */
const GROUPS = [
  'audience',
  'delegates',
  'deputies',
  'hall',
  'partners',
  'party',
  'public',
  'service',
  'staff',
  'students',
  'trainees',
  'users',
  'visa',
  'visitors',
  'window',
];

test('each of the fifteen groups has its questionnaire, once', () => {
  expect(all.map(({ code }) => code).sort()).toEqual(GROUPS);
});

test('whatever is asked is asked in Chinese and in English', () => {
  for (const { code, who, name, ask, questions, reasons } of all)
    for (const { zh, en } of [
      who,
      name,
      ask,
      ...questions.map((one) => one.ask),
      ...Object.values(reasons),
    ]) {
      expect(zh, code).toMatch(/\p{Script=Han}/u);
      expect(en, code).toMatch(/^[\x20-\x7e’“”]+$/);
    }
});

test('no two questionnaires judge the cases of one service, and one judges whatever none names', () => {
  const judging = all.filter(({ judges }) => judges.includes('case'));
  const named = judging.flatMap(({ services }) => services ?? []);
  expect(new Set(named).size).toBe(named.length);
  expect(judging.filter(({ services }) => services === undefined).map(({ code }) => code)).toEqual([
    'service',
  ]);
});

test('what people of the demo office answered fits what they were asked', () => {
  for (const of of all)
    for (const { title, judges, marks, reasons = [], kiosk = 0, sheets = 0, words = [] } of of.samples ??
      []) {
      expect(of.judges, title).toContain(judges);
      expect(kiosk + sheets, title).toBeLessThanOrEqual(marks.length);
      expect(words.length, title).toBeLessThanOrEqual(marks.length);
      for (const mark of marks)
        expect(readAnswer(of, { mark: Number(mark), reasons: [...reasons] }).ok, title).toBe(true);
    }
});
