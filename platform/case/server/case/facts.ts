import type { Answers, Facts } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { type LookedUp, type Service, lookupArgs } from '@zhitongche/case';
import type { QueryBatch, Question } from '@zhitongche/host';
import {
  type App,
  type LookupProvider,
  type LookupScope,
  lookupDigest,
  type OfficeConfig,
} from '@zhitongche/core/server';

/** Answers of a service's lookups by name, ready for its checks. */
export type LookupAnswers = Readonly<Record<string, Json>>;

/** Facts for checks on one day: reference tables from memory, lookups as already answered. */
export const factsOf = (book: OfficeConfig, today: string, lookups: LookupAnswers): Facts => ({
  table: (name) => book.table(name, today),
  lookup: (name) => lookups[name],
  pick: book.pick,
  draws: book.draws,
});

/** Answers, and the rows people keep that they rest on. */
export interface Answered {
  readonly answers: LookupAnswers;
  readonly restsOn: readonly string[];
}

/** Asks nothing and knows nothing. */
export const NO_LOOKUPS: QueryBatch<Answered> = {
  questions: [],
  answer: () => ({ answers: {}, restsOn: [] }),
};

/** What lookups are asked with. */
type Asking = Pick<App, 'keys' | 'lookups'>;

interface Asked {
  readonly name: string;
  readonly provider: LookupProvider;
  readonly args: Json;
  readonly question: Question | null;
}

// The same answers are asked about at every act and page of a case; they are never changed in place.
const remembered = new WeakMap<Answers, Remembered>();
interface Remembered {
  /** Service and day the arguments are for; who asks changes none of them. */
  readonly of: string;
  readonly book: OfficeConfig;
  readonly args: ReturnType<typeof lookupArgs>;
  /** What was asked last, and in which scope. */
  readonly scope: string;
  readonly asked: readonly Asked[];
}

/** Every lookup the service declares that has something to ask about these answers. */
export function lookupsOf(
  service: Service,
  about: LookedUp,
  scope: LookupScope,
  book: OfficeConfig,
  app: Asking,
): QueryBatch<LookupAnswers> {
  const { questions, answer } = answeredOf(service, about, scope, book, app);
  return { questions, answer: (rows) => answer(rows).answers };
}

/** The same for an act, which must know what it relies on. */
export function answeredOf(
  service: Service,
  about: LookedUp,
  scope: LookupScope,
  book: OfficeConfig,
  app: Asking,
): QueryBatch<Answered> {
  const asked = askedOnce(service, about, scope, book, app);
  return {
    questions: asked.flatMap(({ question }) => question ?? []),
    answer(rows) {
      const waiting = rows.values();
      const found = asked.map((one) => ({
        ...one,
        rows: one.question === null ? [] : (waiting.next().value ?? []),
      }));
      return {
        answers: Object.fromEntries(
          found.map(({ name, provider, args, rows: own }) => [
            name,
            provider.answer(own, args, scope, app.keys),
          ]),
        ),
        restsOn: found.flatMap(({ provider, rows: own }) => provider.restsOn?.(own) ?? []),
      };
    },
  };
}

/** Keyed digests of the numbers of everybody these lookups ask about. */
export const peopleAsked = (
  service: Service,
  about: LookedUp,
  scope: LookupScope,
  book: OfficeConfig,
  app: Asking,
): readonly string[] =>
  askedOnce(service, about, scope, book, app)
    .flatMap(({ provider, args }) => provider.people?.(args) ?? [])
    .map((number) => lookupDigest(number, app.keys));

function askedOnce(
  service: Service,
  about: LookedUp,
  scope: LookupScope,
  book: OfficeConfig,
  app: Asking,
): readonly Asked[] {
  const of = [service.code, service.version, scope.office, scope.today].join('/');
  const { unit, person, everywhere, reach, caseId, by } = scope;
  const where = [of, unit, person, everywhere, reach.of, caseId, by].join('/');
  // An act's form differs at every asking.
  const before = about.act ? undefined : remembered.get(about.answers);
  if (before?.scope === where && before.book === book) return before.asked;
  const known = before?.of === of && before.book === book ? before.args : undefined;
  const args =
    known ?? lookupArgs(service, about, { today: scope.today, facts: factsOf(book, scope.today, {}) });
  const asked = Object.entries(args).map(([name, own]): Asked => {
    const provider = app.lookups[service.facts.lookups[name]?.provider ?? ''];
    if (!provider) throw new Error(`Nobody provides lookup ${name}`);
    return { name, provider, args: own, question: provider.question(own, scope, app.keys) };
  });
  if (!about.act) remembered.set(about.answers, { of, book, args, scope: where, asked });
  return asked;
}
