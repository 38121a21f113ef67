import type { KeepDef } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { textIn } from '../../shared/lookup-rows.ts';
import { effectiveTrip, revokedAt } from './effective.ts';
import { PLAN } from './fields/from-plan.ts';

/** Asks the plan for the item a trip names. */
export const planLookup = {
  provider: 'kept-row',
  args: ({ inPlan, planNumber }: Answers) =>
    inPlan === true && typeof planNumber === 'string' && planNumber.trim() !== ''
      ? { register: PLAN, find: { number: planNumber.trim() } }
      : undefined,
} as const;

/** An approved trip does the item it names, for as long as it stands; a revoked one does nothing. */
export const doesPlanned: KeepDef = {
  register: PLAN,
  whereKept: true,
  orders(state, { caseId, caseNumber }) {
    const { inPlan, planNumber, exitDate, entryDate } = effectiveTrip(state);
    if (!inPlan || !planNumber?.trim()) return [];
    const back = state.records.return?.at(-1)?.data;
    const from = textIn(back?.actualExit) || exitDate;
    const until = textIn(back?.actualEntry) || entryDate;
    const done = {
      number: caseNumber,
      case: caseId,
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(back && until ? { backOn: until } : {}),
    };
    const move =
      revokedAt(state) === undefined
        ? { move: 'do', data: done }
        : { move: 'undo', data: { number: caseNumber } };
    return [{ row: 'follow', find: { number: planNumber.trim() }, where: {}, moves: [move] }];
  },
};
