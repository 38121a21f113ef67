import { type Problem, undrawable } from '@zhitongche/kernel';
import type { App } from '../app.ts';

/** Entries that papers print, by field and label, as far as no face of the office can draw them. */
export const printedProblems = (
  app: App,
  entries: readonly (readonly [field: string, label: string, text: string | undefined])[],
): readonly Problem[] =>
  entries.flatMap(([field, label, text]) => {
    const problem = undrawable(label, `The field ${field}`, text ?? '', app.glyphs.draws);
    return problem ? [{ ...problem, at: [field] }] : [];
  });
