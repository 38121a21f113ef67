import type { Answers, OnRecord } from '@zhitongche/form';

/** Where an office keeps its plan of the year; one that does not types the number of its own list. */
export const PLAN = 'annual-plan';

/** What of the plan the form offers: the unit's own items, by number or name. */
export const fromPlan: OnRecord = {
  register: PLAN,
  offered: true,
  fill: ({ number }: Answers): Answers => (number === undefined ? {} : { planNumber: number }),
};
