import { addDays, daysInclusive } from '@zhitongche/base';
import { namesRepository } from '@zhitongche/case';
import type { Facts } from '@zhitongche/form';
import type { Leg } from '../fields/itinerary.ts';
import type { Member } from '../fields/members.ts';
import { countryFacts } from '../../../shared/travel-standards.ts';
import { visited } from '../../../shared/travel-stays.ts';

/** How one traveller gets into one country, and where that is written. */
export type Entry = {
  readonly member: string;
  readonly country: string;
  readonly passportKind: string;
  /**
   * `exempt` asks for 出境证明, `visa` for a visa, `permit` for the Hong Kong/Macao permit, `ask` for a question to the
   * consular desk.
   */
  readonly answer: 'exempt' | 'visa' | 'permit' | 'ask';
  readonly todo: string;
  readonly stayDays: number;
  readonly source: string;
};

const COLUMNS: Readonly<Record<string, string>> = {
  diplomatic: 'diplomatic',
  service: 'service',
  'public-ordinary': 'publicOrdinary',
  private: 'ordinary',
};

/** Days a stay clause allows: Infinity when unlimited, undefined when it does not say. */
export const stayLimit = (clause: string): number | undefined => {
  if (clause.includes('无停留期限')) return Number.POSITIVE_INFINITY;
  const first = /^(\d+)日/.exec(clause) ?? /不超过(\d+)[日天]/.exec(clause);
  if (first) return Number(first[1]);
  // A month is taken as its shortest usual length so that nobody overstays by our arithmetic.
  const months = /(\d+)个月/.exec(clause);
  return months ? Number(months[1]) * 30 : undefined;
};

const TODO = {
  exempt: '办理出境证明',
  visa: '办理签证',
  permit: '办理因公往来港澳通行证和签注',
  ask: '向领事部门核实是否免签',
} as const;

/** Days of one stop that are counted one by one; a slip in a year is no reason to count for ever. */
const MOST_DAYS = 1_000;

type Row = ReturnType<Facts['table']>[number];

/** The instrument a row rests on and its date, and whether anybody compared the row with it. */
const citation = (row: Row): string => {
  const named = textOf(row.source);
  const source = named === '' || namesRepository(named) ? '来源未注明' : named;
  return row.compared === true ? source : `${source}；${UNCOMPARED}`;
};
/** Said of a rule that ends before the stay does. */
export const UNKNOWN_AFTER = '其后是否免签未知';
const UNCOMPARED = '汇编所得，未与外交部公布的名单核对';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Looks up one passport kind, country and stay in the table of exemptions; `leave` is the last day there, later than the
 * days together tell where it is entered more than once. A row that ends before it says nothing of the days after, so the
 * answer is to ask.
 */
export const entryFor = (
  facts: Facts,
  passportKind: string,
  country: string,
  arrive: string,
  stayDays: number,
  leave = addDays(arrive, stayDays - 1),
): Pick<Entry, 'answer' | 'todo' | 'source'> => {
  if (countryFacts(facts, country).kind === 'hk-macao')
    return { answer: 'permit', todo: TODO.permit, source: '因公往来香港、澳门凭因公往来港澳通行证及签注' };
  const column = COLUMNS[passportKind] ?? 'ordinary';
  let found: { answer: Entry['answer']; source: string } = {
    answer: 'visa',
    source: '互免签证协定一览表中没有适用于该护照的免签规定',
  };
  for (const row of facts.table('visa-exemptions')) {
    const from = textOf(row.from);
    const status = textOf(row.status);
    const says = textOf(row[column]);
    if (row.country !== country || status === '失效' || from > arrive || says === 'N') continue;
    const clause = textOf(row.stay);
    const limit = stayLimit(clause);
    const until = textOf(row.until);
    const source = `${textOf(row.documents)}，${from}起${until && `至${until}止`}，停留期：${clause}（${citation(row)}）`;
    if (until !== '' && until < leave) {
      found =
        found.answer === 'exempt'
          ? found
          : { answer: 'ask', source: `至${until}止，${UNKNOWN_AFTER}：${source}` };
    } else if (says !== 'Y' || status === 'unconfirmed' || limit === undefined) {
      found = found.answer === 'exempt' ? found : { answer: 'ask', source };
    } else if (stayDays <= limit) {
      found = { answer: 'exempt', source };
    } else if (found.answer === 'visa') {
      found = { answer: 'visa', source: `停留${stayDays}天，超过免签停留期：${source}` };
    }
  }
  return { ...found, todo: TODO[found.answer] };
};

/** The answer for every traveller and every country that is entered; rows still missing a passport kind are left out. */
export const entriesOf = (
  members: readonly Member[],
  legs: readonly Leg[],
  facts: Facts,
): readonly Entry[] => {
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
  return members.flatMap((member) => {
    const { name, passportKind } = member;
    if (!passportKind) return [];
    return [...stays].map(([country, { arrive, leave, days }]) => ({
      member: name ?? '',
      country,
      passportKind,
      stayDays: days.size,
      ...entryFor(facts, passportKind, country, arrive, days.size, leave),
    }));
  });
};
