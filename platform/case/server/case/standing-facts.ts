import { type Briefing, briefingOf, type CaseState, type CaseSummary, type Service } from '@zhitongche/case';
import { hiddenTexts } from '@zhitongche/core/server';
import { cleaned, cleanedTexts } from './sealed.ts';

/**
 * What a submitted case is about as it now stands, for its page and for lists, without anything the form masks; what it
 * was filed as where nothing stands yet or the service cannot tell.
 */
export function standingFacts(service: Service, state: CaseState): CaseSummary['facts'] {
  const filed = state.summary?.facts ?? [];
  if (!service.standing || state.summary === null || state.status === 'correcting') return filed;
  try {
    return cleaned(service.standing(state), masked(service, state));
  } catch {
    return filed;
  }
}

/** The decision card of a submitted case, without anything the form masks; null while nothing was submitted. */
export function standingBrief(service: Service, state: CaseState, today: string): Briefing | null {
  if (state.summary === null) return null;
  const facts = standingFacts(service, state);
  return cleanedTexts(briefingOf(service, state, today, facts), masked(service, state));
}

/** What the form masks, and the forms of acts: what stands may have come with one. */
const masked = (service: Service, { answers, records }: CaseState): readonly string[] => [
  ...hiddenTexts(service.form, answers),
  ...Object.entries(service.forms).flatMap(([key, { form }]) =>
    (records[key] ?? []).flatMap(({ data }) => hiddenTexts(form, data)),
  ),
];
