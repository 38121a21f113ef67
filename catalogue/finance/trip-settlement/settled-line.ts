import { type Decimal, decimalOf, decimalText, plus, rounded, times, whole, ZERO } from '@zhitongche/base';
import { ITEMS, type Settlement } from './form.ts';

/** What a line of a settlement is for. */
export type Item = keyof typeof ITEMS | 'meals' | 'incidentals';

/** What kinds of cost are called. */
export const ITEM_LABELS: Readonly<Record<Item, string>> = {
  ...ITEMS,
  meals: '伙食费',
  incidentals: '公杂费',
};

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

/** The difference of two decimals. */
export const less = (a: Decimal, b: Decimal): Decimal => plus(a, { units: -b.units, scale: b.scale });
/** A decimal, or nothing where it is below. */
export const atLeastNothing = (value: Decimal): Decimal => (value.units < 0n ? ZERO : value);
/** A decimal as typed; nothing where none was. */
export const read = (text: string | undefined): Decimal => decimalOf(text ?? '') ?? ZERO;

/** Yuan for one unit of a currency; undefined while no rate was typed. */
export type Rates = (currency: string) => Decimal | undefined;

/** The rates of a settlement. */
export const ratesOf = ({ rates = [] }: Settlement): Rates => {
  const known = new Map(rates.map(({ currency, rate }) => [currency ?? '', decimalOf(rate ?? '')]));
  return (currency) => (currency === 'CNY' ? whole(1) : known.get(currency));
};

/** An amount in yuan, rounded to the fen; null while the rate is missing. */
export const yuan = (amount: Decimal, currency: string, rates: Rates): string | null => {
  const rate = rates(currency);
  return rate ? decimalText(rounded(times(amount, rate), 2)) : null;
};
