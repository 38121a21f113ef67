import type { Answers, Fault } from '@zhitongche/kernel';
import { atOf, getAt } from '../../form/at.ts';
import { same } from '../../form/same.ts';

/** The faults the office named whose place still reads as it was sent. */
export const untouched = (faults: readonly Fault[], sent: Answers, now: Answers): readonly Fault[] =>
  faults.filter(({ at }) => same(getAt(sent, atOf(at)), getAt(now, atOf(at))));
