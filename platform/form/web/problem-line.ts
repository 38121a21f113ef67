import type { At, Problem } from '@zhitongche/base';
import type { Form } from '@zhitongche/form';
import type { ProblemLine } from '@zhitongche/ui';
import { problemLabel, spotAround } from './problem-label.ts';

/** A problem as the summary above a form lists it: what its field is called, and the way to it where there is one. */
export const problemLine = (form: Form, problem: Problem, go: (at: At) => void): ProblemLine => {
  const found = spotAround(form, problem.at);
  return {
    problem,
    label: problemLabel(form, problem),
    ...(found ? { onGo: () => go(found.at) } : {}),
  };
};
