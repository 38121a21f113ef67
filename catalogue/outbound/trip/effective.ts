import { addDays, daysBetween, type Json } from '@zhitongche/base';
import { printedAnswers, soundAnswers, type Answers } from '@zhitongche/form';
import type { CaseState, CheckContext } from '@zhitongche/case';
import { derivedOf, deriveTrip, type TripDerived } from './derive/derive.ts';
import type { Leg } from './fields/itinerary.ts';
import { tripForm, type TripAnswers } from './form.ts';

/** A change or extension that was agreed to. */
export interface Amendment {
  readonly form: 'change' | 'extension';
  /** When it was agreed, ISO instant. */
  readonly at: string;
  /** True when the authority above decided it, whose reply stands on record. */
  readonly fromAbove: boolean;
  readonly data: Answers;
  /** The trip's figures as asked for, budget anew; absent where nothing of money or days changes. */
  readonly figures?: TripDerived;
}

const FORMS = ['change', 'extension'] as const;

type Asked = Pick<Amendment, 'data' | 'figures'>;

const asked = ({ data, derived }: { readonly data: Answers; readonly derived?: Json }): Asked => {
  const figures = derived === undefined ? undefined : derivedOf(derived);
  return { data, ...(figures ? { figures } : {}) };
};

/**
 * Amendments agreed to, oldest first: whoever decided, the case went from there to the amendment's paper; each belongs
 * to the last request made before.
 */
export const amendments = (state: CaseState): readonly Amendment[] =>
  state.path.flatMap(({ step, at }, i): readonly Amendment[] => {
    const from = state.path[i - 1]?.step ?? '';
    const form = FORMS.find((one) => from.startsWith(`${one}-`));
    if (step !== 'amending' || !form) return [];
    const request = (state.records[form] ?? []).findLast((record) => record.at <= at);
    return request ? [{ form, at, fromAbove: from === `${form}-up`, ...asked(request) }] : [];
  });

/** When the revocation of the trip was decided; undefined while it was not. */
export const revokedAt = (state: CaseState): string | undefined =>
  state.path.findLast(({ step }) => step === 'hand-in')?.at;

/** Answers as read by the form, typed. */
export const tripAnswers = (answers: Answers): TripAnswers => soundAnswers(tripForm, answers);

const shifted = (legs: readonly Leg[], days: number): readonly Leg[] =>
  legs.map((leg) => ({
    ...leg,
    ...(leg.arrive ? { arrive: addDays(leg.arrive, days) } : {}),
    ...(leg.leave ? { leave: addDays(leg.leave, days) } : {}),
  }));

/** Answers about money a change may replace, all together. */
export const MONEY = [
  'fundSources',
  'inBudget',
  'fundNote',
  'hostAirfare',
  'fares',
  'journeys',
  'otherFees',
  'trainDays',
  'banquet',
  'banquetCost',
  'gifts',
  'giftCost',
  'priorApprovals',
] as const;
/** Answers a change or extension may replace one by one; what else its form asks is reasons and proof. */
const REPLACED = [
  'exitDate',
  'entryDate',
  'route',
  'legs',
  'members',
  'clearancePapers',
  'paperNote',
] as const;

/** Parts of the trip a change touches, by their code. */
export const partsOf = (data: Answers): readonly string[] =>
  Array.isArray(data.parts) ? data.parts.filter((part) => typeof part === 'string') : [];

const laidOver = new WeakMap<Answers, WeakMap<Answers, Answers>>();

/** The same answers each time, so that they are read by the form once and not by every rule that asks. */
const amended = (answers: Answers, amendment: Pick<Amendment, 'form' | 'data'>): Answers => {
  const known = laidOver.get(answers) ?? new WeakMap<Answers, Answers>();
  laidOver.set(answers, known);
  const next = known.get(amendment.data) ?? replacedBy(answers, amendment);
  known.set(amendment.data, next);
  return next;
};

const replacedBy = (answers: Answers, { form, data }: Pick<Amendment, 'form' | 'data'>): Answers => {
  const replaced = Object.fromEntries(
    REPLACED.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]])),
  );
  // Version 1 asked about money in words only.
  const paid = partsOf(data).includes('funding') && data.fundSources !== undefined;
  const money = paid ? Object.fromEntries(MONEY.map((key) => [key, data[key]])) : {};
  // Families are told anew with the list of people they belong to; version 1 never asked.
  const families = data.members === undefined ? {} : { relatives: data.relatives };
  const next = { ...answers, ...replaced, ...families, ...money };
  if (form !== 'extension' || data.kind !== 'depart') return next;
  const before = tripAnswers(answers);
  const { exitDate, legs = [] } = tripAnswers(next);
  if (!exitDate || !before.exitDate) return next;
  return { ...next, legs: shifted(legs, daysBetween(before.exitDate, exitDate)) };
};

/** The answers as they stand: as filed, with every amendment agreed to laid over them. */
export const standingAnswers = (state: CaseState): Answers =>
  amendments(state).reduce(amended, state.answers);

const figuresAfter = (state: CaseState, agreed: readonly Amendment[]): TripDerived | undefined => {
  const filed = derivedOf(state.derived);
  const anew = agreed.findLast(({ figures }) => figures)?.figures;
  if (!filed || !anew) return filed;
  // Days allowed for passports and report were promised when the trip was filed.
  const { reportDays, passportReturnDays } = filed;
  return { ...anew, reportDays, passportReturnDays };
};

/** The figures that count: as filed, with the budget anew where an amendment agreed to changed money or days. */
export const standingFigures = (state: CaseState): TripDerived | undefined =>
  figuresAfter(state, amendments(state));

const sums = (figures: TripDerived | undefined): string =>
  JSON.stringify(
    (figures?.funding.lines ?? []).map(({ kind, place, currency, standard, persons, days, amount }) => [
      kind,
      place,
      currency,
      standard,
      amount,
      persons,
      days,
    ]),
  );

/** True when two budgets ask for other money; that rates have moved meanwhile is no reason to ask anew. */
export const otherBudget = (one: TripDerived | undefined, other: TripDerived | undefined): boolean =>
  sums(one) !== sums(other);

/** True when the amendment agreed to last changed the budget. */
export const budgetAmended = (state: CaseState): boolean => {
  const agreed = amendments(state);
  const last = agreed.at(-1)?.figures;
  return last !== undefined && otherBudget(last, figuresAfter(state, agreed.slice(0, -1)));
};

/** What changes no figure: whom one meets, when, and what for. */
const WORDS_ONLY: readonly string[] = ['programme'];

/** The trip's figures as they would be with a request granted; nothing where it touches neither money nor days. */
export const figuresAsked =
  (form: Amendment['form']) =>
  (data: Answers, context: CheckContext): TripDerived | undefined => {
    const { state } = context;
    const parts = partsOf(data);
    if (!state || (form === 'change' && parts.every((part) => WORDS_ONLY.includes(part)))) return undefined;
    const anew = deriveTrip(tripAnswers(amended(standingAnswers(state), { form, data })), context);
    const standing = standingFigures(state);
    return standing && !otherBudget(standing, anew) ? { ...anew, funding: standing.funding } : anew;
  };

/** The request of that form made last, with the figures it would bring. */
export const requested = (state: CaseState, form: Amendment['form']): Asked | undefined => {
  const last = state.records[form]?.at(-1);
  return last && asked(last);
};

/** The trip's answers as they would stand with the request made last granted. */
export const answersAsked = (state: CaseState, form: Amendment['form']): Answers => {
  const last = state.records[form]?.at(-1);
  return last ? amended(standingAnswers(state), { form, data: last.data }) : state.answers;
};

/** Identity numbers of the rows of a members table. */
export const identities = (members: unknown): readonly string[] =>
  (Array.isArray(members) ? members : []).flatMap((row: unknown) =>
    row instanceof Object && 'citizenId' in row && typeof row.citizenId === 'string' ? [row.citizenId] : [],
  );

/** True when the change asked for last brings in people who were not approved: they are cleared as at filing. */
export const bringsPeople = (state: CaseState): boolean => {
  const approved = identities(standingAnswers(state).members);
  return identities(requested(state, 'change')?.data.members).some((one) => !approved.includes(one));
};

/** What a change begins with: everything it may replace, as it stands. */
export const changeStart = (state: CaseState): Answers => {
  const standing = standingAnswers(state);
  return Object.fromEntries(
    [...REPLACED, 'relatives', ...MONEY].flatMap((key) =>
      standing[key] === undefined ? [] : [[key, standing[key]]],
    ),
  );
};

/** The trip as it stood before one of its amendments was agreed to. */
export const tripBefore = (state: CaseState, amendment: Amendment): TripAnswers =>
  tripAnswers(
    amendments(state)
      .filter(({ at }) => at < amendment.at)
      .reduce(amended, state.answers),
  );

/** The same, read by the form. */
export const effectiveTrip = (state: CaseState): TripAnswers => tripAnswers(standingAnswers(state));

/** The same for papers, whose answers may be masked for their readers. */
export const printedTrip = (state: CaseState): TripAnswers =>
  printedAnswers(tripForm, standingAnswers(state));

/** The trip as it was approved, before any amendment, for papers. */
export const printedTripApproved = (state: CaseState): TripAnswers => printedAnswers(tripForm, state.answers);
