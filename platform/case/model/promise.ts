import type { Flow, FlowContext, Step } from './flow.ts';

/** Policy key of the days a step has: its own for urgent cases where it has one. */
export const daysKeyOf = (step: Step, urgent: boolean): string | undefined =>
  urgent ? (step.urgentDays ?? step.days) : step.days;

/** Policy key of the share of a promise, in percent, from which a case of the service is yellow. */
export const remindKeyOf = ({ flow }: { readonly flow: Pick<Flow, 'remindAt'> }): string =>
  flow.remindAt ?? 'clock.remind-at';

/** Whether the promise of a case stands still while it is at a step: it waits outside, or the step says so. */
export const standsStillAt = (step: Step, context: FlowContext): boolean =>
  step.kind === 'outside' || (step.standsStill?.(context) ?? false);
