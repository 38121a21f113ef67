import type { Problem } from '@zhitongche/base';
import { undrawable } from '@zhitongche/form';
import type { App } from '@zhitongche/core/server';

/** Entries that papers print, by field and label, as far as no face of the office can draw them. */
export const printedProblems = (
  app: App,
  entries: readonly (readonly [field: string, label: string, text: string | undefined])[],
): readonly Problem[] =>
  entries.flatMap(([field, label, text]) => {
    const problem = undrawable(label, `The field ${field}`, text ?? '', app.glyphs.draws);
    return problem ? [{ ...problem, at: [field] }] : [];
  });
