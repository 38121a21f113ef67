import { expect, test } from 'vitest';
import type { Answers } from '@zhitongche/form';
import type { CorrectionItem } from '@zhitongche/case';
import { untouched } from './untouched.ts';

const fault = (at: string): CorrectionItem => ({ at, message: '请写明。' });
const sent: Answers = {
  results: '纪要',
  legs: [{ inviterPost: '部长', city: '东京' }],
  letter: [{ id: 'a' }],
};

test('a fault counts as untouched until the answer it names differs from what was sent', () => {
  const faults = [fault('results'), fault('legs.0.inviterPost'), fault('letter')];
  expect(untouched(faults, sent, sent)).toEqual(faults);
  const mended: Answers = { ...sent, legs: [{ city: '东京', inviterPost: '理事' }], letter: [{ id: 'b' }] };
  expect(untouched(faults, sent, mended)).toEqual([fault('results')]);
});

test('a fault in a whole table is touched by any change below it; one of the whole case by any change at all', () => {
  const faults = [fault('legs'), fault('')];
  expect(untouched(faults, sent, { ...sent, legs: [] })).toEqual([]);
  expect(untouched(faults, sent, sent)).toEqual(faults);
});
