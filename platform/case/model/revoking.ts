import type { Transition } from './flow.ts';
import { type Decision, decideIn, flowContext, type DecisionEnv, SYSTEM_DOER } from './decision-builder.ts';
import type { Result } from '@zhitongche/base';
import { runEffects } from './transitions.ts';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';

/** True when a step of the case was left by an act that revokes; which of several acts it was, the road it took tells. */
const decidedToRevoke = (service: Service, state: CaseState, setting: DecisionEnv): boolean => {
  const leads = (road: Transition | undefined, to: string | undefined): boolean => {
    try {
      return (typeof road === 'function' ? road(flowContext(state, setting)) : road) === to;
    } catch {
      return false;
    }
  };
  return state.path.some(({ step: from }, index) => {
    const step = service.flow.steps[from];
    const to = state.path[index + 1]?.step;
    if (!step || !('acts' in step) || to === undefined) return false;
    const onward = 'next' in step ? step.next : undefined;
    return step.acts.some(
      (act) =>
        act.effects?.some((effect) => effect.do === 'revoke' && !('papers' in effect)) &&
        leads(act.to ?? onward, to),
    );
  });
};

/**
 * What an older program left undone: revokes the papers of a case that was given up, or whose revocation was decided,
 * before there was such a thing. No events for every other case, and none a second time.
 */
export const decideRevocation = (
  service: Service,
  state: CaseState,
  setting: DecisionEnv,
): Result<Decision> =>
  decideIn(service, state, setting, SYSTEM_DOER, (journal) => {
    const ended = state.status === 'cancelled' || decidedToRevoke(service, state, setting);
    if (ended && !state.papers.some((paper) => paper.revoked && !paper.alone))
      runEffects(journal, [{ do: 'revoke' }]);
    return [];
  });
