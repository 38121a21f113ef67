import type { Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { PolicyDef, PolicyReader } from '@zhitongche/office';
import { type Amount, at, sum } from './amount.ts';

/** One thing a matter is charged for: which fee, how many of it. */
export interface FeeAsked {
  /** Key of a figure of kind `money` among the service's policies. */
  readonly fee: string;
  readonly quantity: number;
  /** What the line is called where the figure's own label does not say it. */
  readonly label?: string;
  /** Its price and what says so, where prices are rows of a dated table (country by country) and not figures of the service. */
  readonly row?: { readonly price: Amount; readonly unit: string; readonly basis: string };
}

/** Why nothing is charged although there is a fee. */
export interface Exemption {
  readonly reason: string;
  /** The law or notice that says so. */
  readonly basis: string;
}

/** What a service is charged for, from what was filed; the amounts are dated rows of the office. */
export interface FeesDef {
  /** Lines of the bill, in order; those of no quantity are left out. Works on half-filled answers: shown while one types. */
  lines(answers: Answers, derived: Json): readonly FeeAsked[];
  /** Whether the filing itself is exempt. */
  exempt?(answers: Answers, derived: Json): Exemption | undefined;
}

/** A line of a bill, with the row its price is taken from. */
export interface BillLine {
  readonly fee: string;
  readonly label: string;
  readonly unit: string;
  readonly quantity: number;
  readonly price: Amount;
  readonly amount: Amount;
  /** The source of the price. */
  readonly basis: string;
}

/** A bill before it is fixed. */
export interface Priced {
  readonly lines: readonly BillLine[];
  readonly total: Amount;
  /** Fees nobody has set a price for on that day, by what they are called. */
  readonly missing: readonly string[];
  readonly exempt?: Exemption;
}

/** Prices of lines already billed, by fee: what was billed once is not raised by a later row. */
export type Fixed = ReadonlyMap<string, Pick<BillLine, 'price' | 'basis'>>;

/** Prices what is charged by the rows in force; the same function in browser and server. */
export const priceBill = (
  fees: FeesDef,
  defs: readonly PolicyDef[],
  { answers, derived }: { readonly answers: Answers; readonly derived: Json },
  policy: Pick<PolicyReader, 'money' | 'basis'>,
  fixed: Fixed = new Map(),
): Priced => {
  const missing: string[] = [];
  const lines = fees
    .lines(answers, derived)
    .filter(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0)
    .flatMap(({ fee, quantity, label, row }): readonly BillLine[] => {
      const def = defs.find(({ key }) => key === fee);
      const called = label ?? def?.label ?? fee;
      const before = fixed.get(fee);
      const price = before?.price ?? row?.price ?? policy.money(fee);
      if (price === undefined) {
        missing.push(def?.label ?? fee);
        return [];
      }
      const basis = before?.basis ?? row?.basis ?? policy.basis(fee)?.title ?? '';
      return [
        {
          fee,
          label: called,
          unit: row?.unit ?? def?.unit ?? '',
          quantity,
          price,
          amount: at(price, quantity),
          basis,
        },
      ];
    });
  const exempt = fees.exempt?.(answers, derived);
  return {
    lines,
    total: sum(lines.map(({ amount }) => amount)),
    missing: [...new Set(missing)],
    ...(exempt ? { exempt } : {}),
  };
};
