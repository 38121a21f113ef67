import { flowContext, type DecisionEnv } from './decision-builder.ts';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';

/** What the step the case stands at tells whoever has it before them; nothing where it cannot be told. */
export const stepNotes = (
  service: Pick<Service, 'flow'>,
  state: CaseState,
  setting: Pick<DecisionEnv, 'policy' | 'orgs'>,
): readonly string[] => {
  const { steps } = service.flow;
  const step = state.step !== null && Object.hasOwn(steps, state.step) ? steps[state.step] : undefined;
  try {
    return step?.note?.(flowContext(state, setting)) ?? [];
  } catch {
    return [];
  }
};
