import { type Decimal, decimalText, percent, rounded, times, total, whole } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { standardOf } from '../../shared/travel-standards.ts';
import { placeOf } from '../../shared/travel-stays.ts';
import { settleBills } from './bills.ts';
import type { Settlement } from './form.ts';
import { missingIn } from './missing.ts';
import { type SettledStay, staysFor } from './own-stays.ts';
import { type Item, ITEM_LABELS, type Rates, ratesOf, read, type SettledLine, yuan } from './settled-line.ts';

type Person = NonNullable<Settlement['people']>[number];

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

const ORDER: readonly Item[] = ['air', 'journey', 'lodging', 'meals', 'incidentals', 'other'];

/** Meals and incidentals of one person at one place: the standard for each day, whatever was spent. */
const allowances = (
  { name = '' }: Person,
  { leg, days }: SettledStay,
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
      label: ITEM_LABELS[item],
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

/** Settles a trip: each person, place and thing against the standards and the rates typed; lines are rounded to the fen first, then added. */
export const settle = (settlement: Settlement, settling: Settling): Settled => {
  const { people = [] } = settlement;
  const rates = ratesOf(settlement);
  const bills = settleBills(settlement, settling.facts);
  const lines = [
    ...bills.lines,
    ...people.flatMap((person) =>
      staysFor(settlement, person).flatMap((stay) => allowances(person, stay, settling, rates)),
    ),
  ].toSorted((a, b) => orderOf(people, a) - orderOf(people, b));
  const known = lines.every(({ cny }) => cny !== null);
  const byItem = ORDER.flatMap((item) => {
    const own = lines.filter((line) => line.item === item);
    return own.length === 0
      ? []
      : [{ item, label: ITEM_LABELS[item], cny: decimalText(total(own.map(({ cny }) => read(cny ?? '')))) }];
  });
  return {
    lines,
    byItem,
    cny: known ? decimalText(total(lines.map(({ cny }) => read(cny ?? '')))) : null,
    missing: [...new Set([...missingIn(settlement, lines, settling.facts), ...bills.missing])],
  };
};

const orderOf = (people: readonly Person[], { who, item }: SettledLine): number =>
  people.findIndex(({ name }) => name === who) * ORDER.length + ORDER.indexOf(item);
