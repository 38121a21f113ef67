import { checksFor, type CheckContext, type Finding } from '@zhitongche/case';
import type { Basis } from '@zhitongche/base';
import { isTraining } from '../fields/itinerary.ts';
import type { tripForm, TripAnswers } from '../form.ts';
import { key } from '../policy.ts';

/** Builds a check typed from the trip form. */
export const rule = checksFor<typeof tripForm>();

/** The basis to cite with a figure: the office's own source when it set the figure, else none and the check's applies. */
export const citing = (context: CheckContext, name: string): { readonly basis?: Basis } => {
  const basis = context.policy.basis(key(name));
  return basis ? { basis } : {};
};

/** One finding in a list, for checks that state at most one thing. */
export const one = (finding: Finding): readonly Finding[] => [finding];

/** Nothing wrong. */
export const NONE: readonly Finding[] = [];

const CASE_BY_CASE: ReadonlySet<string> = new Set([
  'conference',
  'negotiation',
  'special',
  'emergency',
  'sports',
  'performance',
  'fair',
  'training',
]);

/** True for academic exchange in which nobody travels who is not teaching or research staff. */
export const academicTrip = (answers: TripAnswers): boolean =>
  answers.missionKind === 'academic' && !(answers.members ?? []).some((member) => member.academic === false);

/** True when size and days are decided case by case: the missions of R-06, and academic exchange of R-20. */
export const decidedByCase = (answers: TripAnswers): boolean =>
  CASE_BY_CASE.has(answers.missionKind ?? '') || isTraining(answers) || academicTrip(answers);

/** How a person is named in a sentence: by name, or by the row while the name is missing. */
export const named = (name: string | undefined, row: number): string => name ?? `第${row + 1}人`;
