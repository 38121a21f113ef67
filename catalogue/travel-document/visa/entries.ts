import { isJsonObject, type Json } from '@zhitongche/base';
import type { CaseState, CheckContext } from '@zhitongche/case';
import type { Answers, Facts } from '@zhitongche/form';
import { countryStays, entryAnswer, type EntryAnswer } from '../../shared/entry-rules.ts';
import { countIn, rowsAt, textIn } from '../../shared/lookup-rows.ts';
import { visited } from '../../shared/travel-stays.ts';
import { CHARGES, CHECKLISTS } from './basis.ts';
import { readVisa, type Traveller, type Visa } from './form.ts';

type Told = Pick<CaseState, 'answers' | 'records'>;
type Stops = NonNullable<Visa['stops']>;

/** Places one goes to on a permit, never on a visa. */
const NO_VISA_MATTER: readonly string[] = ['香港', '澳门', '台湾'];

/** What a country is entered for: days there, and how often the border is crossed. */
type Stay = ReturnType<typeof countryStays>[number] & { readonly entries: number };

const staysOf = (stops: Stops): readonly Stay[] => {
  const walked = stops.filter((stop) => stop.country && visited(stop)).map(({ country }) => country);
  return countryStays(stops)
    .filter(({ country }) => !NO_VISA_MATTER.includes(country))
    .map((stay) => ({
      ...stay,
      entries: walked.filter((name, at) => name === stay.country && walked[at - 1] !== name).length,
    }));
};

const plansOf = ({ answers, records }: Told): readonly Answers[] => [
  answers,
  ...(records['itinerary'] ?? []).map(({ data }) => data),
];

/** The filing as it stands: answers, with the newest itinerary over them. */
export const standing = (told: Told): Visa => readVisa({ ...told.answers, ...plansOf(told).at(-1) });

/** One traveller into one country: a strand of the case. Its id changes when the days there do, so that it is looked at anew. */
export interface Entry extends Stay {
  readonly id: string;
  readonly countryKey: string;
  readonly traveller: Traveller;
}

/** Everybody into every country of the itinerary as it stands. */
export const entriesOf = (told: Told): readonly Entry[] => {
  const plans = plansOf(told).map((plan) => staysOf(readVisa(plan).stops ?? []));
  const names = [...new Set(plans.flat().map(({ country }) => country))];
  const editionOf = (name: string): number => {
    const keys = plans.map((stays) => JSON.stringify(stays.find(({ country }) => country === name) ?? null));
    return keys.filter((key, at) => key !== 'null' && (at === 0 || key !== keys[at - 1])).length;
  };
  return (readVisa(told.answers).travellers ?? []).flatMap((traveller, person) =>
    (plans.at(-1) ?? []).map((stay) => {
      const countryKey = `c${names.indexOf(stay.country) + 1}`;
      return {
        ...stay,
        id: `t${person + 1}${countryKey}v${editionOf(stay.country)}`,
        countryKey,
        traveller,
      };
    }),
  );
};

/** The answer for one strand, frozen when it was worked out; names nobody. */
export type Answered = EntryAnswer & { readonly id: string; readonly country: string };
/** What is known of a country: its name in English, what it asks for, what it charges. */
export type Country = {
  readonly name: string;
  readonly en: string;
  readonly asks: readonly string[];
  readonly fee: string;
  readonly feeBasis: string;
  /** Days passports were with its mission, the middle of the last year's, and how many that is. */
  readonly days: string;
};
/** Asks how long missions took. */
export const DAYS_TAKEN = 'days-taken';
/** What is computed while one types, and frozen when it is handed in. */
export type Figures = { readonly entries: readonly Answered[]; readonly countries: readonly Country[] };

const asksOf = (facts: Facts, name: string): readonly string[] =>
  facts
    .table(CHECKLISTS)
    .filter(({ country }) => country === name || country === '各国')
    .map(({ item, form, source, asOf }) =>
      [textIn(item), textIn(form), `（${textIn(source)}，${textIn(asOf)}）`].filter(Boolean).join(' '),
    );

const daysOf = (facts: Facts, name: string): string => {
  const row = rowsAt(facts.lookup(DAYS_TAKEN), 'rows').find(({ country }) => country === name);
  return row ? `${textIn(row.days)}天（近一年${countIn(row.lines)}件的中位数）` : '';
};

const countryOf = (facts: Facts, name: string, today: string): Country => {
  const charge = facts
    .table(CHARGES)
    .filter(({ country, from, until }) => {
      const last = textIn(until);
      return country === name && textIn(from) <= today && (last === '' || last >= today);
    })
    .toSorted((a, b) => textIn(a.from).localeCompare(textIn(b.from)))
    .at(-1);
  return {
    name,
    en: textIn(facts.table('countries').find((row) => row.name === name)?.en) || name,
    asks: asksOf(facts, name),
    days: daysOf(facts, name),
    fee: textIn(charge?.amount),
    feeBasis: charge ? `${textIn(charge.source)}，${textIn(charge.from)}起` : '',
  };
};

/** Answers, checklists and charges of a filing. */
export const figuresFor = (told: Told, { facts, today }: Pick<CheckContext, 'facts' | 'today'>): Figures => {
  const entries = entriesOf(told);
  return {
    entries: entries.flatMap(({ id, traveller: { passportKind, passportUntil }, ...stay }): Answered[] =>
      passportKind
        ? [
            {
              id,
              country: stay.country,
              ...entryAnswer(facts, {
                ...stay,
                passportKind,
                ...(passportUntil === undefined ? {} : { passportUntil }),
              }),
            },
          ]
        : [],
    ),
    countries: [...new Set(entries.map(({ country }) => country))].map((name) =>
      countryOf(facts, name, today),
    ),
  };
};

const figuresIn = (json: Json | undefined): Figures | undefined =>
  isJsonObject(json)
    ? {
        entries: rowsAt(json, 'entries') as unknown as Figures['entries'],
        countries: rowsAt(json, 'countries') as unknown as Figures['countries'],
      }
    : undefined;

/** Figures of a case as they stand: those of the newest itinerary, else of the filing. */
export const figuresOf = ({ derived, records }: Pick<CaseState, 'derived' | 'records'>): Figures =>
  figuresIn(records['itinerary']?.at(-1)?.derived) ?? figuresIn(derived) ?? { entries: [], countries: [] };

/** The newest record of a form for one strand. */
export const recordFor = ({ records }: Pick<CaseState, 'records'>, form: string, id: string) =>
  records[form]?.findLast(({ chosen }) => chosen?.includes(id));

/** Whether the office settled that this one needs a visa, on paper or electronic. */
export const needsVisa = (state: Pick<CaseState, 'records'>, id: string): boolean =>
  recordFor(state, 'as-visa', id) !== undefined || recordFor(state, 'as-evisa', id) !== undefined;

/** The traveller and country of a strand in words. */
export const labelOfEntry = ({ traveller: { name = '' }, country }: Entry): string => `${name} ${country}`;
