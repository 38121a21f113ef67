import type { CaseState, FlowContext, PolicyReader, Service } from '@zhitongche/kernel';

const LONGEST = 60;

/**
 * The steps still before a case as things stand: each road is asked where it leads with the answers and figures of
 * today, steps that do not apply are passed over. Ends where a road cannot be told yet.
 */
export const roadAhead = (service: Service, state: CaseState, policy: PolicyReader): readonly string[] => {
  const { steps } = service.flow;
  const context: FlowContext = {
    answers: state.answers,
    policy,
    flags: state.flags,
    underCity: state.orgs?.city !== undefined,
  };
  const ahead: string[] = [];
  let key = state.resumeAt ?? state.step;
  for (let i = 0; key !== null && i < LONGEST; i += 1) {
    const step: Service['flow']['steps'][string] | undefined = steps[key];
    if (!step || step.kind === 'end') break;
    const to: string | undefined = ask(() =>
      typeof step.next === 'string' ? step.next : step.next(context),
    );
    if (to === undefined || ahead.includes(to)) break;
    const next = steps[to];
    if (next && next.kind !== 'end' && (ask(() => next.when?.(context) ?? true) ?? false)) ahead.push(to);
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
