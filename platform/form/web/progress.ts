import { type Answers, type Form, isMissing, shownFields } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';

/** How far a section is: nothing yet, begun, something wrong, or complete. */
export type SectionState = 'empty' | 'begun' | 'faulty' | 'done';

/** A section as the task list shows it. */
export interface SectionProgress {
  readonly key: string;
  readonly title: string;
  readonly state: SectionState;
  /** Problems that stop the case, apart from answers not given yet. */
  readonly faults: number;
  /** Required answers still missing. */
  readonly missing: number;
}

/** True for a required answer that is simply not there yet: no reproach until one tries to submit. */
export const isNotYet = (problem: Problem): boolean =>
  problem.code === 'field.required' || problem.code === 'field.too-few-rows';

/** The sections that apply, each with how far it is; a section none of whose fields is asked is left out. */
export const progressOf = (
  form: Form,
  answers: Answers,
  problems: readonly Problem[],
): readonly SectionProgress[] => {
  const asked = new Set(shownFields(form, answers));
  return Object.entries(form).flatMap(([key, section]) => {
    const fields = Object.keys(section.fields).filter((f) => asked.has(f));
    if (fields.length === 0) return [];
    const mine = problems.filter((p) => p.level === 'block' && fields.includes(String(p.at[0])));
    const missing = mine.filter(isNotYet).length;
    const faults = mine.length - missing;
    const answered = fields.some((f) => !isMissing(answers[f]));
    const state = !answered ? 'empty' : faults > 0 ? 'faulty' : missing > 0 ? 'begun' : 'done';
    return [{ key, title: section.title, state, faults, missing }];
  });
};
