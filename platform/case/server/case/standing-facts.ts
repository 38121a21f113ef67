import type { CaseState, CaseSummary, Service } from '@zhitongche/case';
import { hiddenTexts } from '@zhitongche/core/server';
import { cleaned } from './sealed.ts';

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

/** What the form masks, and the forms of acts: what stands may have come with one. */
const masked = (service: Service, { answers, records }: CaseState): readonly string[] => [
  ...hiddenTexts(service.form, answers),
  ...Object.entries(service.forms).flatMap(([key, { form }]) =>
    (records[key] ?? []).flatMap(({ data }) => hiddenTexts(form, data)),
  ),
];
