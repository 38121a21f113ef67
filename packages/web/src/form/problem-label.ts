import { fieldAt, type Form, type Problem } from '@zhitongche/kernel';

/** What to put before a problem's sentence so that one knows where it is; nothing when the sentence says so itself. */
export const problemLabel = (form: Form, problem: Problem): string => {
  const spot = fieldAt(form, problem.at);
  if (!spot) return '';
  const [table = '', ...rest] = spot.words.split(' › ');
  if (rest.length === 0) return problem.message.includes(`「${spot.field.label}」`) ? '' : table;
  return /^第\d+/.test(problem.message) ? table : spot.words;
};
