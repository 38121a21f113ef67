import type { At, Problem } from '@zhitongche/base';
import { fieldAt, type Form, type FieldPath } from '@zhitongche/form';

/** The field a path leads to, or the nearest one around it: a problem may point at one file of several. */
export const spotAround = (form: Form, at: At): { readonly spot: FieldPath; readonly at: At } | undefined => {
  for (let length = at.length; length > 0; length -= 1) {
    const spot = fieldAt(form, at.slice(0, length));
    if (spot) return { spot, at: at.slice(0, length) };
  }
  return undefined;
};

/** What to put before a problem's sentence so that one knows where it is; nothing when the sentence says so itself. */
export const problemLabel = (form: Form, problem: Problem): string => {
  const found = spotAround(form, problem.at);
  if (!found) return '';
  const [table = '', ...rest] = found.spot.words.split(' › ');
  if (rest.length === 0) return problem.message.includes(`「${found.spot.field.label}」`) ? '' : table;
  return /^第\d+/.test(problem.message) ? table : found.spot.words;
};
