import type { Fact, Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';

/** The facts of a case as its head tells them: one sentence, those that count first in the service's order, and what neither says. */
export const factsInOrder = (
  { state, row }: Pick<CaseView, 'state' | 'row'>,
  { headline, keyFacts = [] }: Pick<Service, 'headline' | 'keyFacts'>,
): { readonly sentence: string; readonly first: readonly Fact[]; readonly rest: readonly Fact[] } => {
  const facts: readonly Fact[] = row.facts;
  const sentence = state.status === 'draft' ? '' : (headline?.(state) ?? '');
  return {
    sentence,
    first: keyFacts.flatMap((key) => facts.find(({ label }) => label === key) ?? []),
    rest: facts.filter(
      ({ label, value, note }) =>
        !keyFacts.includes(label) && (note !== undefined || !sentence.includes(value)),
    ),
  };
};
