import type { Answers } from '@zhitongche/form';
import type { Fault } from '@zhitongche/case';
import { atOf, getAt, same } from '@zhitongche/form/web';

/** The faults the office named whose place still reads as it was sent. */
export const untouched = (faults: readonly Fault[], sent: Answers, now: Answers): readonly Fault[] =>
  faults.filter(({ at }) => same(getAt(sent, atOf(at)), getAt(now, atOf(at))));
