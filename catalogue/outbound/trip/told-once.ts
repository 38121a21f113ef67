import { onceTold } from '../../shared/told-once.ts';

/** Who tells the applicant of a trip what is to be corrected; version 1 had them all. */
export const { noticesTold, tellOnce, tellingStep } = onceTold({
  // A city office that only reviews sends back as a colleague, without a notice.
  'city-review': ['correct-formally', 'correct-again'],
  window: ['correct', 'correct-again'],
  telling: ['correct', 'correct-again'],
  handler: ['correct'],
  'division-head': ['correct'],
});
