import {
  compare,
  type Decimal,
  decimalOf,
  decimalText,
  percent,
  plus,
  rounded,
  times,
  total,
  whole,
  ZERO,
} from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { standardOf } from '../../shared/travel-standards.ts';
import { placeOf, type Stay, staysOf } from '../../shared/travel-stays.ts';
import { CURRENCIES } from '../../shared/currencies.ts';
import { labelOf } from '../../shared/travel-words.ts';
import { ITEMS, type Settlement } from './form.ts';

type Stop = NonNullable<Settlement['stays']>[number];
type Claim = NonNullable<Settlement['claims']>[number];
type Person = NonNullable<Settlement['people']>[number];

/** What a line of a settlement is for. */
export type Item = keyof typeof ITEMS | 'meals' | 'incidentals';

/** One line: what one person is paid for one thing at one place. Money is decimal text; `cny` is null while the rate is missing. */
export interface SettledLine {
  readonly who: string;
  readonly item: Item;
  readonly label: string;
  readonly place: string;
  readonly currency: string;
  /** Per night or day, in the currency of the standard; empty where there is none. */
  readonly standard: string;
  readonly count: number;
  /** On the bills, what the host paid of it, and what is recognised. */
  readonly billed: string;
  readonly host: string;
  readonly allowed: string;
  /** Above the standard and not recognised; "0.00" = nothing. */
  readonly over: string;
  readonly cny: string | null;
  readonly note: string;
}

/** A whole settlement, and what is still needed before it is one. */
export interface Settled {
  readonly lines: readonly SettledLine[];
  readonly byItem: readonly { readonly item: Item; readonly label: string; readonly cny: string }[];
  readonly cny: string | null;
  readonly missing: readonly string[];
}

/** What the computation looks up, and the share of incidentals left where the host provides transport, in percent. */
export interface Settling {
  readonly facts: Pick<Facts, 'table'>;
  readonly withTransport: number;
}

const LABELS: Readonly<Record<Item, string>> = { ...ITEMS, meals: '伙食费', incidentals: '公杂费' };
const ORDER: readonly Item[] = ['air', 'journey', 'lodging', 'meals', 'incidentals', 'other'];

const less = (a: Decimal, b: Decimal): Decimal => plus(a, { units: -b.units, scale: b.scale });
const atLeastNothing = (value: Decimal): Decimal => (value.units < 0n ? ZERO : value);
const read = (text: string | undefined): Decimal => decimalOf(text ?? '') ?? ZERO;

type Rates = (currency: string) => Decimal | undefined;
const ratesOf = ({ rates = [] }: Settlement): Rates => {
  const known = new Map(rates.map(({ currency, rate }) => [currency ?? '', decimalOf(rate ?? '')]));
  return (currency) => (currency === 'CNY' ? whole(1) : known.get(currency));
};

const yuan = (amount: Decimal, currency: string, rates: Rates): string | null => {
  const rate = rates(currency);
  return rate ? decimalText(rounded(times(amount, rate), 2)) : null;
};

/** Meals and incidentals of one person at one place: the standard for each day, whatever was spent. */
const allowances = (
  { name = '' }: Person,
  { leg, days }: Stay<Stop>,
  { facts, withTransport }: Settling,
  rates: Rates,
): readonly SettledLine[] => {
  const standard = standardOf(facts, leg);
  if (!standard || days === 0) return [];
  const covers = new Set(leg.hostCovers ?? []);
  const line = (item: 'meals' | 'incidentals', of: Decimal, part: Decimal, note: string): SettledLine => {
    const amount = rounded(times(times(of, whole(days)), part), 2);
    return {
      who: name,
      item,
      label: LABELS[item],
      place: placeOf(leg),
      currency: standard.currency,
      standard: decimalText(of),
      count: days,
      billed: '',
      host: '',
      allowed: decimalText(amount),
      over: '0.00',
      cny: yuan(amount, standard.currency, rates),
      note: [standard.borrowed ? `参照${standard.place}标准` : '', note].filter(Boolean).join('；'),
    };
  };
  const reduced = covers.has('transport');
  return [
    ...(covers.has('meals') ? [] : [line('meals', standard.meals, whole(1), '')]),
    ...(covers.has('incidentals')
      ? []
      : [
          line(
            'incidentals',
            standard.incidentals,
            reduced ? percent(withTransport) : whole(1),
            reduced ? `接待方提供交通，按${withTransport}%` : '',
          ),
        ]),
  ];
};

/** Nights of all stays in a city, and its standard. */
const cityOf = (stays: readonly Stay<Stop>[], city: string, facts: Pick<Facts, 'table'>) => {
  const own = stays.filter(({ leg }) => leg.city?.trim() === city.trim());
  const [first] = own;
  const standard = first && standardOf(facts, first.leg);
  return first && standard
    ? { place: placeOf(first.leg), standard, nights: own.reduce((sum, { nights }) => sum + nights, 0) }
    : undefined;
};

interface Bills {
  readonly who: string;
  readonly item: keyof typeof ITEMS;
  readonly city: string;
  readonly currency: string;
  readonly billed: Decimal;
  readonly host: Decimal;
  readonly approval: string;
}

/** Bills of one person for one thing, at one place, in one currency, added up. */
const billsOf = (claims: readonly Claim[]): readonly Bills[] => {
  const sums = new Map<string, Bills>();
  for (const { who = '', item, city = '', currency, amount, host, approval = '' } of claims) {
    if (!item || !currency) continue;
    const key = [who, item, city.trim(), currency].join('\u0001');
    const before = sums.get(key);
    sums.set(key, {
      who,
      item,
      city: city.trim(),
      currency,
      billed: plus(before?.billed ?? ZERO, read(amount)),
      host: plus(before?.host ?? ZERO, read(host)),
      approval: before?.approval || approval.trim(),
    });
  }
  return [...sums.values()];
};

const atCost = ({ who, item, city, currency, billed, host }: Bills, rates: Rates): SettledLine => {
  const allowed = atLeastNothing(less(billed, host));
  return {
    who,
    item,
    label: LABELS[item],
    place: city,
    currency,
    standard: '',
    count: 1,
    billed: decimalText(billed),
    host: decimalText(host),
    allowed: decimalText(allowed),
    over: '0.00',
    cny: yuan(allowed, currency, rates),
    note: '',
  };
};

/** Lodging is paid at cost up to the standard of its city for the nights spent there; ministers at cost; above it only what was approved before. */
const lodged = (
  bills: Bills,
  {
    stays,
    settlement,
    facts,
    rates,
  }: { stays: readonly Stay<Stop>[]; settlement: Settlement; facts: Pick<Facts, 'table'>; rates: Rates },
): SettledLine => {
  const plain = atCost(bills, rates);
  const city = cityOf(stays, bills.city, facts);
  const minister = settlement.people?.find(({ name }) => name === bills.who)?.rank === 'ministry';
  if (!city || minister)
    return { ...plain, place: city?.place ?? bills.city, ...(minister ? { note: '省部级据实' } : {}) };
  const { standard, nights, place } = city;
  const own = atLeastNothing(less(bills.billed, bills.host));
  const cap = times(standard.lodging, whole(nights));
  const [ownRate, capRate] = [rates(bills.currency), rates(standard.currency)];
  const same = bills.currency === standard.currency;
  // In another currency the cap is that of the standard at both rates.
  const limit = same
    ? cap
    : ownRate && capRate && ownRate.units > 0n
      ? quotient(times(cap, capRate), ownRate)
      : own;
  const above = atLeastNothing(less(own, limit));
  const named = `${place}标准每夜${decimalText(standard.lodging, 0)}${labelOf(CURRENCIES, standard.currency)}×${nights}夜（财行〔2017〕434号${standard.borrowed ? `，参照${standard.place}` : ''}）`;
  const approved = above.units > 0n && bills.approval !== '';
  const allowed = rounded(approved ? own : less(own, above), 2);
  return {
    ...plain,
    place,
    standard: decimalText(standard.lodging),
    count: nights,
    allowed: decimalText(allowed),
    over: decimalText(approved ? ZERO : above),
    cny: yuan(allowed, bills.currency, rates),
    note:
      above.units === 0n
        ? ''
        : approved
          ? `超过${named}，经事前审批：${bills.approval}`
          : `超过${named}，超出部分不予报销`,
  };
};

/** The quotient cut to the fen: a limit is never rounded up. */
const quotient = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  const lift = (value: Decimal): bigint => value.units * 10n ** BigInt(scale - value.scale);
  return { units: (lift(a) * 100n) / lift(b), scale: 2 };
};

const missingIn = (
  settlement: Settlement,
  lines: readonly SettledLine[],
  stays: readonly Stay<Stop>[],
  facts: Pick<Facts, 'table'>,
): readonly string[] => [
  ...new Set([
    ...lines
      .filter(({ cny }) => cny === null)
      .map(({ currency }) => `没有${labelOf(CURRENCIES, currency)}的折算率`),
    ...stays
      .filter(({ leg }) => !standardOf(facts, leg))
      .map(({ leg }) => `${placeOf(leg)}没有开支标准，请填写参照哪个邻国`),
    ...(settlement.claims ?? [])
      .filter(
        ({ item, city = '' }) =>
          item === 'lodging' && !stays.some(({ leg }) => leg.city?.trim() === city.trim()),
      )
      .map(({ city = '' }) => `住宿费的城市“${city}”不在停留地里`),
    ...(settlement.claims ?? [])
      .filter(({ who }) => !(settlement.people ?? []).some(({ name }) => name === who))
      .map(() => '有票据的姓名不在出访人员里'),
  ]),
];

/** Settles a trip: each person, place and thing against the standards and the rates typed; lines are rounded to the fen first, then added. */
export const settle = (settlement: Settlement, settling: Settling): Settled => {
  const { exit, entry, stays: stops = [], people = [], claims = [] } = settlement;
  const rates = ratesOf(settlement);
  const stays = staysOf(exit, entry, stops);
  const billed = billsOf(claims).map((bills) =>
    bills.item === 'lodging'
      ? lodged(bills, { stays, settlement, facts: settling.facts, rates })
      : atCost(bills, rates),
  );
  const lines = [
    ...billed,
    ...people.flatMap((person) => stays.flatMap((stay) => allowances(person, stay, settling, rates))),
  ].toSorted((a, b) => orderOf(people, a) - orderOf(people, b));
  const known = lines.every(({ cny }) => cny !== null);
  const byItem = ORDER.flatMap((item) => {
    const own = lines.filter((line) => line.item === item);
    return own.length === 0
      ? []
      : [{ item, label: LABELS[item], cny: decimalText(total(own.map(({ cny }) => read(cny ?? '')))) }];
  });
  return {
    lines,
    byItem,
    cny: known ? decimalText(total(lines.map(({ cny }) => read(cny ?? '')))) : null,
    missing: missingIn(settlement, lines, stays, settling.facts),
  };
};

const orderOf = (people: readonly Person[], { who, item }: SettledLine): number =>
  people.findIndex(({ name }) => name === who) * ORDER.length + ORDER.indexOf(item);

/** Whether something is above its standard and not approved. */
export const isOver = ({ over }: SettledLine): boolean => compare(read(over), ZERO) > 0;
