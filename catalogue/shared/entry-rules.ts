import { addDays, addMonths, daysInclusive } from '@zhitongche/base';
import { namesRepository } from '@zhitongche/case';
import type { Facts } from '@zhitongche/form';
import { countryFacts } from './travel-standards.ts';
import { type Stop, visited } from './travel-stays.ts';

/** How somebody gets into a country, as the table of exemptions has it. */
export const ENTRY_ANSWERS = {
  exempt: '免签',
  conditional: '附条件免签',
  visa: '须办签证',
  unclear: '待核实',
  permit: '通行证',
} as const;

/** The answer, the row it rests on with its day and how long one may stay, and all of it in words. */
export type EntryAnswer = {
  readonly answer: keyof typeof ENTRY_ANSWERS;
  /** Since when the row is in force; empty where no row speaks. */
  readonly from: string;
  /** Its clause of stay as it is written. */
  readonly stay: string;
  readonly source: string;
};

/** One traveller at one border. */
export interface Entering {
  readonly passportKind: string;
  /** Last day the passport is good; absent = not known. */
  readonly passportUntil?: string;
  readonly country: string;
  readonly arrive: string;
  /** Last day there, later than the days together tell where it is entered more than once. */
  readonly leave: string;
  readonly stayDays: number;
}

const COLUMNS: Readonly<Record<string, string>> = {
  diplomatic: 'diplomatic',
  service: 'service',
  'public-ordinary': 'publicOrdinary',
  private: 'ordinary',
};

/** Said of a rule that ends before the stay does. */
export const UNKNOWN_AFTER = '其后是否免签未知';
const UNCOMPARED = '汇编所得，未与外交部公布的名单核对';
const NO_ROW = '互免签证协定一览表中没有适用于该护照的免签规定';

type Row = ReturnType<Facts['table']>[number];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Days a stay clause allows: Infinity when unlimited, undefined when it does not say. */
export const stayLimit = (clause: string): number | undefined => {
  if (clause.includes('无停留期限')) return Number.POSITIVE_INFINITY;
  const first = /^(\d+)日/.exec(clause) ?? /不超过(\d+)[日天]/.exec(clause);
  if (first) return Number(first[1]);
  // A month is taken as its shortest usual length so that nobody overstays by our arithmetic.
  const months = /(\d+)个月/.exec(clause);
  return months ? Number(months[1]) * 30 : undefined;
};

/** The instrument a row rests on and its date, and whether anybody compared the row with it. */
const citation = (row: Row): string => {
  const named = textOf(row.source);
  const source = named === '' || namesRepository(named) ? '来源未注明' : named;
  return row.compared === true ? source : `${source}；${UNCOMPARED}`;
};

/** Months a passport must still be good for on entry, where the row says so. */
const monthsAsked = (row: Row): number | undefined => {
  const found = /有效期须(?:不少于)?(\d+)个月/.exec(textOf(row.notes));
  return found ? Number(found[1]) : undefined;
};

/** What one row says of one traveller; undefined = it is not about him. */
function rowAnswer(row: Row, column: string, { arrive, leave, stayDays, passportUntil }: Entering) {
  const from = textOf(row.from);
  const says = textOf(row[column]);
  if (textOf(row.status) === '失效' || from > arrive || says === 'N' || says === '') return undefined;
  const stay = textOf(row.stay);
  const until = textOf(row.until);
  const limit = stayLimit(stay);
  const source = `${textOf(row.documents)}，${from}起${until && `至${until}止`}，停留期：${stay}（${citation(row)}）`;
  const told = (answer: EntryAnswer['answer'], why = ''): EntryAnswer => ({
    answer,
    from,
    stay,
    source: `${why}${source}`,
  });
  if (until !== '' && until < leave) return told('unclear', `至${until}止，${UNKNOWN_AFTER}：`);
  if (says === 'C') return told('conditional', `${textOf(row.notes)}：`);
  if (says !== 'Y' || textOf(row.status) === 'unconfirmed' || limit === undefined) return told('unclear');
  if (stayDays > limit) return told('visa', `停留${stayDays}天，超过免签停留期：`);
  const months = monthsAsked(row);
  if (months === undefined) return told('exempt');
  if (passportUntil === undefined) return told('conditional', `入境时护照有效期须${months}个月以上：`);
  return passportUntil >= addMonths(arrive, months)
    ? told('exempt')
    : told('visa', `护照${passportUntil}到期，入境时不满${months}个月，不适用免签：`);
}

/** Which of two rows speaks: one that exempts, then one that leaves a question, then one that refuses; of equals the later. */
const RANK: Readonly<Record<EntryAnswer['answer'], number>> = {
  exempt: 3,
  conditional: 2,
  unclear: 2,
  visa: 1,
  permit: 0,
};

/** Looks up one passport kind, country and stay. A row that ends before the stay says nothing of the days after it: to be asked. */
export const entryAnswer = (facts: Pick<Facts, 'table'>, entering: Entering): EntryAnswer => {
  const { country, passportKind } = entering;
  const none = { from: '', stay: '' };
  if (countryFacts(facts, country).kind === 'hk-macao')
    return { ...none, answer: 'permit', source: '因公往来香港、澳门凭因公往来港澳通行证及签注' };
  const rows = facts.table('visa-exemptions');
  if (rows.length === 0) return { ...none, answer: 'unclear', source: '没有互免签证协定一览表' };
  const column = COLUMNS[passportKind] ?? 'ordinary';
  return rows
    .filter((row) => row.country === country)
    .flatMap((row) => rowAnswer(row, column, entering) ?? [])
    .reduce<EntryAnswer>((best, one) => (RANK[one.answer] >= RANK[best.answer] ? one : best), {
      ...none,
      answer: 'visa',
      source: NO_ROW,
    });
};

/** Days of one stop that are counted one by one; a slip in a year is no reason to count for ever. */
const MOST_DAYS = 1_000;

/** Countries that are entered, in the order travelled: first and last day there, and how many days in all. */
export const countryStays = (
  legs: readonly Stop[],
): readonly Pick<Entering, 'country' | 'arrive' | 'leave' | 'stayDays'>[] => {
  const stays = new Map<string, { arrive: string; leave: string; days: Set<string> }>();
  for (const leg of legs) {
    if (!leg.country || !leg.arrive || !leg.leave || !visited(leg)) continue;
    const { arrive, leave } = leg;
    const seen = stays.get(leg.country);
    // A day on which one city is left for the next is one day.
    const days = seen?.days ?? new Set<string>();
    const length = Math.min(MOST_DAYS, Math.max(1, daysInclusive(arrive, leave)));
    for (let day = 0; day < length; day += 1) days.add(addDays(arrive, day));
    stays.set(leg.country, {
      arrive: seen && seen.arrive < arrive ? seen.arrive : arrive,
      leave: seen && seen.leave > leave ? seen.leave : leave,
      days,
    });
  }
  return [...stays].map(([country, { arrive, leave, days }]) => ({
    country,
    arrive,
    leave,
    stayDays: days.size,
  }));
};
