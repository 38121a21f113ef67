import { actKey } from './flow.ts';
import { flowContext, type DecisionEnv } from './decision-builder.ts';
import type { Service } from './service.ts';
import type { CaseState, Seat } from './state.ts';
import { isClosed } from './status-words.ts';
import { passedSteps, trailOf } from './trail.ts';

type Case = Pick<DecisionEnv, 'policy' | 'orgs'>;

/** Steps whose signatures still count: those passed on the way to here, or to where a corrected case resumes. */
const standing = (state: CaseState): readonly string[] =>
  state.step === null ? passedSteps(state) : trailOf(state);

const decides = (service: Service, key: string, state: CaseState, setting: Case): boolean => {
  const step = service.flow.steps[key];
  if (!step || !('decides' in step) || step.decides === undefined) return false;
  if (step.decides === true) return true;
  try {
    return step.decides(flowContext(state, setting));
  } catch {
    // Who decides cannot be told: then nobody undoes it alone.
    return true;
  }
};

/** A verdict either way, or the word that sends the case up; passing it on for another to decide is neither. */
const signed = (service: Service, seat: Seat): boolean => {
  if (seat.status !== 'done' || seat.addedBy !== undefined) return false;
  const step = service.flow.steps[seat.step];
  const def = step && 'acts' in step ? step.acts.find((act) => actKey(act) === seat.act) : undefined;
  return seat.verdict !== undefined || def?.kind === 'escalate';
};

/** True from the first signature of anybody who decides on the road the case stands on. */
export const decidingBegan = (service: Service, state: CaseState, setting: Case): boolean =>
  standing(state).some((key) => {
    if (!decides(service, key, state, setting)) return false;
    const entry = state.path.findLastIndex(({ step }) => step === key) + 1;
    return state.seats.some((seat) => seat.step === key && seat.entry === entry && signed(service, seat));
  });

/** True once the case went on to papers of its decision, whatever came after. */
export const wentToPapers = (service: Service, state: CaseState): boolean =>
  state.path.some(({ step }) => service.flow.steps[step]?.kind === 'issuing');

/** True while the filing is still to be decided: afterwards its rules have had their say, whatever day it is. */
export const awaitsDecision = (service: Service, state: CaseState): boolean =>
  !isClosed(state.status) && !wentToPapers(service, state);
