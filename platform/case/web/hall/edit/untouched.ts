import type { Answers } from '@zhitongche/form';
import type { CorrectionItem } from '@zhitongche/case';
import { same } from '@zhitongche/form';
import { atOf, getAt } from '@zhitongche/form/web';

/** The faults the office named whose place still reads as it was sent. */
export const untouched = (
  faults: readonly CorrectionItem[],
  sent: Answers,
  now: Answers,
): readonly CorrectionItem[] => faults.filter(({ at }) => same(getAt(sent, atOf(at)), getAt(now, atOf(at))));
