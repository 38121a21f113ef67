import { compare, type Decimal, decimalText, plus, rounded, times, whole, ZERO } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { BILL_CURRENCIES } from '../../shared/currencies.ts';
import { labelOf } from '../../shared/travel-words.ts';
import type { ITEMS, Settlement } from './form.ts';
import { cityOf, staysFor } from './own-stays.ts';
import {
  atLeastNothing,
  ITEM_LABELS,
  less,
  type Rates,
  ratesOf,
  read,
  type SettledLine,
  yuan,
} from './settled-line.ts';

type Claim = NonNullable<Settlement['claims']>[number];

/** Bills of one person for one thing, at one place, in one currency, added up. */
interface Bills {
  readonly who: string;
  readonly item: keyof typeof ITEMS;
  readonly city: string;
  readonly currency: string;
  readonly billed: Decimal;
  readonly host: Decimal;
  /** Approvals of them, each once; an empty one where a bill has none. */
  readonly approvals: ReadonlySet<string>;
}

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
      approvals: new Set([...(before?.approvals ?? []), approval.trim()]),
    });
  }
  return [...sums.values()];
};

const ownOf = ({ billed, host }: Bills): Decimal => atLeastNothing(less(billed, host));

const atCost = (bills: Bills, rates: Rates): SettledLine => {
  const { who, item, city, currency, billed, host } = bills;
  const allowed = ownOf(bills);
  return {
    who,
    item,
    label: ITEM_LABELS[item],
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

/** The quotient cut to the fen: a limit is never rounded up. */
const quotient = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  const lift = (value: Decimal): bigint => value.units * 10n ** BigInt(scale - value.scale);
  return { units: (lift(a) * 100n) / lift(b), scale: 2 };
};

/** An amount in another currency by both rates; undefined while one of them is missing. */
const changed = (amount: Decimal, from: string, to: string, rates: Rates): Decimal | undefined => {
  if (from === to) return amount;
  const [fromRate, toRate] = [rates(from), rates(to)];
  return fromRate && toRate && toRate.units > 0n ? quotient(times(amount, fromRate), toRate) : undefined;
};

/** What bills come to, and what keeps them from being settled. */
export interface BillsSettled {
  readonly lines: readonly SettledLine[];
  readonly missing: readonly string[];
}

/**
 * Lodging of one person in one city is paid at cost up to the standard for the nights spent there, whatever currencies its bills are
 * in; ministers at cost; above it only what was approved before.
 */
const lodged = (
  all: readonly Bills[],
  settlement: Settlement,
  facts: Pick<Facts, 'table'>,
  rates: Rates,
): BillsSettled => {
  const [one] = all;
  if (!one) return { lines: [], missing: [] };
  const person = settlement.people?.find(({ name }) => name === one.who);
  const city = cityOf(staysFor(settlement, person), one.city, facts);
  const minister = person?.rank === 'ministry';
  if (!city || minister)
    return {
      lines: all.map((bills) => ({
        ...atCost(bills, rates),
        place: city?.place ?? bills.city,
        ...(minister ? { note: '省部级据实' } : {}),
      })),
      missing: [],
    };
  const { standard, nights, place } = city;
  const named = `${place}标准每夜${decimalText(standard.lodging, 0)}${labelOf(BILL_CURRENCIES, standard.currency)}×${nights}夜（财行〔2017〕434号${standard.borrowed ? `，参照${standard.place}` : ''}）`;
  const approvals = new Set(all.flatMap((bills) => [...bills.approvals]));
  const approval = approvals.has('') ? '' : [...approvals].join('；');
  let left = times(standard.lodging, whole(nights));
  const lines = all.map((bills): SettledLine => {
    const own = ownOf(bills);
    const limit = changed(left, standard.currency, bills.currency, rates) ?? own;
    const above = atLeastNothing(less(own, limit));
    const approved = above.units > 0n && approval !== '';
    const within = less(own, above);
    left = atLeastNothing(less(left, changed(within, bills.currency, standard.currency, rates) ?? ZERO));
    const allowed = rounded(approved ? own : within, 2);
    return {
      ...atCost(bills, rates),
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
            ? `超过${named}，经事前审批：${approval}`
            : `超过${named}，超出部分不予报销`,
    };
  });
  return {
    lines,
    // Which bill the approval was for decides what is above; only whoever has the bills knows.
    missing:
      lines.some(isOver) && approvals.size > 1 && approvals.has('')
        ? [`${one.who}在${place}的住宿费合计超过标准，有的票据写了事前审批、有的没有，请逐张写明`]
        : [],
  };
};

/** Settles everything claimed by bills. */
export const settleBills = (settlement: Settlement, facts: Pick<Facts, 'table'>): BillsSettled => {
  const rates = ratesOf(settlement);
  const bills = billsOf(settlement.claims ?? []);
  const places = new Map<string, Bills[]>();
  for (const one of bills.filter(({ item }) => item === 'lodging')) {
    const place = cityOf(staysFor(settlement, undefined), one.city, facts)?.place ?? one.city;
    const key = `${one.who}\u0001${place}`;
    places.set(key, [...(places.get(key) ?? []), one]);
  }
  const beds = [...places.values()].map((all) => lodged(all, settlement, facts, rates));
  return {
    lines: [
      ...bills.filter(({ item }) => item !== 'lodging').map((one) => atCost(one, rates)),
      ...beds.flatMap(({ lines }) => lines),
    ],
    missing: beds.flatMap(({ missing }) => missing),
  };
};

/** Whether something is above its standard and not approved. */
export const isOver = ({ over }: SettledLine): boolean => compare(read(over), ZERO) > 0;
