import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from './answer.ts';
import { readTicket, ticketOf } from './code.ts';
import { defineQuestionnaire, type Mark, questionnaireFor } from './questionnaire.ts';
import { type CountedAnswer, tally } from './tally.ts';

const both = (zh: string) => ({ zh, en: zh });
const sheet = defineQuestionnaire({
  code: 'guests',
  version: 1,
  who: both('来宾'),
  name: both('问卷'),
  ask: both('满意吗'),
  judges: ['case'],
  questions: [
    { kind: 'scale', key: 'speed', ask: both('快慢') },
    { kind: 'text', key: 'words', ask: both('还想说') },
  ],
  reasons: { slow: both('慢'), rude: both('态度') },
  days: 30,
});

const marks = fc.constantFrom<Mark>(1, 2, 3, 4, 5);
const answers = fc.array(
  fc.record<CountedAnswer>({
    mark: marks,
    channel: fc.constantFrom('link', 'kiosk', 'sheet'),
    reasons: fc.subarray(['slow', 'rude']),
  }),
  { maxLength: 60 },
);

test('a value is satisfied ÷ valid answers, and is never there without as many answers as are shown', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 3, max: 20 }), (all, least) => {
      const { n, satisfied, value, channels, marks: by, reasons } = tally(all, 3, least);
      expect(n).toBe(all.length);
      if (n < least) {
        expect(value).toBeNull();
        expect([satisfied, ...Object.values(channels), ...Object.values(by)]).toEqual(Array(9).fill(0));
        expect(reasons).toEqual([]);
        return;
      }
      expect(value).toBe(all.filter(({ mark }) => mark >= 3).length / all.length);
      const sum = (of: object) => Object.values(of).reduce((total: number, one: number) => total + one, 0);
      expect([sum(channels), sum(by)]).toEqual([n, n]);
    }),
  );
});

test('a code is read as it was printed, with letters that look like digits, blanks and small letters', () => {
  const chars = fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
    minLength: 7,
    maxLength: 7,
  });
  const days = fc.constantFrom('2026-01-01', '2026-12-31', '2028-02-29', '2099-12-31');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 32_767 }), days, chars, chars, (no, last, nonce, seal) => {
      const ticket = { no, last, nonce, seal };
      const printed = ticketOf(ticket);
      expect(printed).toMatch(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
      expect(readTicket(printed)).toEqual(ticket);
      expect(
        readTicket(printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')),
      ).toEqual(ticket);
    }),
  );
});

test('whatever is typed, reading it never fails', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (typed) => void readTicket(typed)));
});

test('all that is wrong with an answer is told at once', () => {
  const read = readAnswer(sheet, {
    mark: 6,
    marks: { other: 3 },
    reasons: ['bad', 'slow'],
    texts: { words: 'x'.repeat(501) },
  });
  expect(read.ok ? [] : read.problems.map(({ at }) => at[0])).toEqual(['mark', 'marks', 'reasons', 'texts']);
});

test('whatever is sent, it is read or refused, and nothing the questionnaire does not ask is kept', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (sent) => {
      const read = readAnswer(sheet, sent);
      if (read.ok) expect(Object.keys(read.value)).toEqual(['mark', 'marks', 'reasons', 'texts']);
    }),
  );
});

test('reasons stay only with the two lowest levels', () => {
  const of = (mark: number) => {
    const read = readAnswer(sheet, { mark, reasons: ['slow'] });
    return read.ok ? read.value.reasons : null;
  };
  expect([5, 4, 3, 2, 1].map(of)).toEqual([[], [], [], ['slow'], ['slow']]);
});

test('the questionnaire that names a service judges it, the one that names none judges the rest', () => {
  const rest = { ...sheet, code: 'rest' };
  const named = { ...sheet, code: 'trips', services: ['outbound-trip'] };
  expect(questionnaireFor([rest, named], 'outbound-trip')?.code).toBe('trips');
  expect(questionnaireFor([rest, named], 'apostille')?.code).toBe('rest');
  expect(questionnaireFor([named], 'apostille')).toBeUndefined();
});
