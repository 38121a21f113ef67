import { type CaseState, flowContext, type Service, type Step } from '@zhitongche/case';
import type { PolicyReader } from '@zhitongche/office';

const LONGEST = 60;

/**
 * The steps still before a case as things stand: each road is asked where it leads with the answers and figures of
 * today, steps that do not apply are passed over. Ends where a road cannot be told yet.
 */
export const roadAhead = (service: Service, state: CaseState, policy: PolicyReader): readonly string[] => {
  const { steps } = service.flow;
  const context = flowContext(state, { policy });
  const ahead: string[] = [];
  const applies = (step: Step): boolean => ask(() => step.when?.(context) ?? true) ?? false;
  const { start } = service.flow;
  const first =
    state.resumeAt ?? state.step ?? ask(() => (typeof start === 'string' ? start : start(context))) ?? null;
  if (state.step === null && first !== null && steps[first] && applies(steps[first])) ahead.push(first);
  let key = first;
  for (let i = 0; key !== null && i < LONGEST; i += 1) {
    const step: Step | undefined = steps[key];
    if (!step || step.kind === 'end') break;
    const to: string | undefined = ask(() =>
      typeof step.next === 'string' ? step.next : step.next(context),
    );
    if (to === undefined || ahead.includes(to)) break;
    const next = steps[to];
    if (next && next.kind !== 'end' && applies(next)) ahead.push(to);
    key = to;
  }
  return ahead;
};

const ask = <T>(question: () => T): T | undefined => {
  try {
    return question();
  } catch {
    return undefined;
  }
};
