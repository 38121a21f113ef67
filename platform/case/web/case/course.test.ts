import { emptyState, type CaseState } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { expect, test } from 'vitest';
import { toy } from '../../model/testing/toy-service.ts';
import { courseOf, promisedBy } from './course.ts';

const row = {
  applicant: '柯采薇',
  submittedAt: '2026-03-02T01:00:00.000Z',
  turn: ['处长'],
  stepTitle: '办结',
} as unknown as CaseView['row'];
const entered = (...steps: readonly string[]): CaseState['path'] =>
  steps.map((step, i) => ({ step, at: `2026-03-0${i + 2}T01:00:00.000Z` }));
const told = (state: Partial<CaseState>, ahead: readonly string[] = []) =>
  courseOf({ row, state: { ...emptyState, status: 'running', round: 1, ...state } }, toy, ahead).map(
    ({ name, under = '', state: at, note }) => [name, under, at, ...(note === undefined ? [] : [note])],
  );

test('solid where it has been with who and when, a ring where it is with whose turn, dotted where it may go', () => {
  const doer = { id: 'q', name: '钱清和', org: 'o' };
  const seats = [
    { id: 's1', step: 'accept', entry: 1, status: 'done', doer },
  ] as unknown as CaseState['seats'];
  expect(
    told({ path: entered('accept', 'review'), step: 'review', seats }, ['head', 'issuing', 'after']),
  ).toEqual([
    ['申报', '柯采薇 3月2日', 'past'],
    ['受理', '钱清和 3月2日', 'past'],
    ['审核', '处长', 'now'],
    ['处长签发', '', 'ahead'],
    ['出证', '', 'ahead'],
    ['事后', '', 'ahead'],
  ]);
});

test('until when stands under the step whose clock runs, and the whole promise is told in words', () => {
  const clock = {
    startedOn: '2026-03-02',
    days: 3,
    due: '2026-03-05',
    pauses: [],
    provisional: false,
    reminded: false,
    overdue: false,
  };
  const line = told({ path: entered('review'), step: 'review', stepClock: clock });
  expect(line[1]).toEqual(['审核', '3月5日周四前', 'now']);
  expect(promisedBy({ promise: clock })).toBe('承诺 3月5日周四前办结');
  expect(promisedBy({ promise: { ...clock, stoppedOn: '2026-03-04', late: false } })).toBe('');
});

test('where it went back is marked, a case with its applicant rings at the filing, an ended one ends the line', () => {
  const seats = [
    { id: 's1', step: 'review', entry: 2, status: 'done', act: 'correct' },
  ] as unknown as CaseState['seats'];
  const line = told({ status: 'correcting', round: 2, path: entered('accept', 'review'), step: null, seats });
  expect(line[0]).toEqual(['申报', '柯采薇 3月2日', 'now', '提交 2 次']);
  expect(line[2]).toEqual(['审核', '3月3日', 'past', '曾退回']);
  expect(told({ status: 'completed', path: entered('accept', 'done'), step: 'done' }).at(-1)).toEqual([
    '办结',
    '',
    'now',
  ]);
});
