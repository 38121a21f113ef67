import type { Answers, CheckContext, Facts, Json, Service } from '@zhitongche/kernel';
import { readForm } from '@zhitongche/kernel';
import type { Inquiry, Question, Rows } from '../db/together.ts';
import type { Keys } from '../keys/keys.ts';
import type { OfficeBook } from '../office/offices.ts';
import type { LookupProvider, LookupScope } from '../query/lookup-provider.ts';
import { LOOKUPS } from '../query/lookups.ts';

/** Answers of a service's lookups by name, ready for its checks. */
export type LookupAnswers = Readonly<Record<string, Json>>;

/** Facts for checks on one day: reference tables from memory, lookups as already answered. */
export const factsOf = (book: OfficeBook, today: string, lookups: LookupAnswers): Facts => ({
  table: (name) => book.table(name, today),
  lookup: (name) => lookups[name],
});

/** Asks nothing and knows nothing. */
export const NO_LOOKUPS: Inquiry<LookupAnswers> = { questions: [], answer: () => ({}) };

interface Asked {
  readonly name: string;
  readonly provider: LookupProvider;
  readonly args: Json;
  readonly question: Question | null;
}

// The same answers are asked about at every act and page of a case; they are never changed in place.
const remembered = new WeakMap<Answers, Remembered>();
interface Remembered {
  readonly scope: string;
  readonly book: OfficeBook;
  readonly asked: readonly Asked[];
}

/** Every lookup the service declares that has something to ask for these answers. */
export function lookupsOf(
  service: Service,
  answers: Answers,
  scope: LookupScope,
  book: OfficeBook,
  keys: Keys,
): Inquiry<LookupAnswers> {
  const asked = askedOnce(service, answers, scope, book, keys);
  return {
    questions: asked.flatMap(({ question }) => question ?? []),
    answer(rows) {
      const waiting = rows.values();
      return Object.fromEntries(
        asked.map(({ name, provider, args, question }) => {
          const own: Rows = question === null ? [] : (waiting.next().value ?? []);
          return [name, provider.answer(own, args, scope, keys)];
        }),
      );
    },
  };
}

function askedOnce(
  service: Service,
  answers: Answers,
  scope: LookupScope,
  book: OfficeBook,
  keys: Keys,
): readonly Asked[] {
  const where = [service.code, service.version, scope.office, scope.unit, scope.caseId, scope.today].join(
    '/',
  );
  const before = remembered.get(answers);
  if (before?.scope === where && before.book === book) return before.asked;
  const facts = factsOf(book, scope.today, {});
  const asked = Object.entries(service.facts.lookups).flatMap(([name, lookup]): readonly Asked[] => {
    const provider = LOOKUPS[lookup.provider];
    if (!provider) throw new Error(`Nobody provides ${lookup.provider}`);
    const args = argsOf(service, lookup.args, answers, { today: scope.today, facts });
    if (args === undefined) return [];
    return [{ name, provider, args, question: provider.question(args, scope, keys) }];
  });
  remembered.set(answers, { scope: where, book, asked });
  return asked;
}

/** Answers come from a browser half filled in; a service that stumbles over them simply asks nothing yet. */
function argsOf(
  { form }: Service,
  args: (answers: Answers) => Json | undefined,
  answers: Answers,
  context: Pick<CheckContext, 'today' | 'facts'>,
): Json | undefined {
  try {
    // Read as the checks will read them, so that one reading serves both.
    return args(readForm(form, answers, context).sound);
  } catch {
    return undefined;
  }
}
