import type { Answers, Facts, Json, Service } from '@zhitongche/kernel';
import type { App } from '../app.ts';
import type { OfficeBook } from '../office/offices.ts';
import { LOOKUPS, type LookupScope } from '../query/lookups.ts';

/** Answers of a service's lookups by name, ready for its checks. */
export type LookupAnswers = Readonly<Record<string, Json>>;

/** Facts for checks on one day: reference tables from memory, lookups as already answered. */
export const factsOf = (book: OfficeBook, today: string, lookups: LookupAnswers): Facts => ({
  table: (name) => book.table(name, today),
  lookup: (name) => lookups[name],
});

/** Asks every lookup the service declares that has something to ask for these answers. */
export async function answerLookups(
  app: App,
  service: Service,
  answers: Answers,
  scope: LookupScope,
): Promise<LookupAnswers> {
  const answered = await Promise.all(
    Object.entries(service.facts.lookups).map(async ([name, lookup]) => {
      const args = askedOf(lookup.args, answers);
      const provider = LOOKUPS[lookup.provider];
      if (args === undefined || !provider) return [];
      return [[name, await provider(app, args, scope)] as const];
    }),
  );
  return Object.fromEntries(answered.flat());
}

/** Answers come from a browser half filled in; a service that stumbles over them simply asks nothing yet. */
function askedOf(args: (answers: Answers) => Json | undefined, answers: Answers): Json | undefined {
  try {
    return args(answers);
  } catch {
    return undefined;
  }
}
