import type { CaseState } from './state.ts';

/** The path without its detours: a step entered again cuts off what came after it. */
export const trailOf = (state: CaseState): readonly string[] =>
  state.path.reduce<readonly string[]>((trail, { step }) => {
    const before = trail.indexOf(step);
    return before < 0 ? [...trail, step] : trail.slice(0, before + 1);
  }, []);

/** Steps of the trail before the one where the case stands, or where it resumes once corrected. */
export const passedSteps = (state: CaseState): readonly string[] => {
  const trail = trailOf(state);
  const here = state.step ?? state.resumeAt;
  return here === null ? [] : trail.slice(0, Math.max(0, trail.indexOf(here)));
};
