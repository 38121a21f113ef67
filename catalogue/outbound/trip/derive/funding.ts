import type { CheckContext } from '@zhitongche/case';
import { decimalText, plus, rounded, times, total, whole, ZERO, type Decimal } from '@zhitongche/base';
import { CURRENCIES, labelOf } from '../choices.ts';
import type { TripAnswers } from '../form.ts';
import { airLines, costLines, stayLines, type FundingKind, type RawLine } from './funding-lines.ts';
import { rateOf } from '../../../shared/travel-standards.ts';
import { staysOf } from '../../../shared/travel-stays.ts';

/** One line of the budget; amounts are decimal text, `cny` is null while the rate is missing. */
export type FundingLine = {
  readonly kind: FundingKind;
  readonly label: string;
  readonly place: string;
  readonly currency: string;
  readonly standard: string;
  readonly persons: number;
  readonly days: number;
  readonly amount: string;
  readonly cny: string | null;
  readonly note: string;
};

/** The whole budget: lines, totals in each currency and in yuan (lines rounded to the cent first, then added). */
export type Funding = {
  readonly lines: readonly FundingLine[];
  readonly byCurrency: readonly {
    readonly currency: string;
    readonly amount: string;
    readonly rate: string | null;
    readonly rateDate: string | null;
    readonly cny: string | null;
  }[];
  readonly cny: string | null;
  /** What is still needed before the sums are whole, for people. */
  readonly missing: readonly string[];
};

const amountOf = (raw: RawLine): Decimal =>
  rounded(
    [whole(raw.persons), whole(raw.days), ...(raw.factor ? [raw.factor] : [])].reduce(times, raw.standard),
    2,
  );

/** Computes the budget of a trip from the standards and rates in force; works on half-filled answers. */
export const fundingOf = (answers: TripAnswers, context: CheckContext): Funding => {
  const missing: string[] = [];
  const stays = staysOf(answers.exitDate, answers.entryDate, answers.legs ?? []);
  const raws = [
    ...airLines(answers, missing),
    ...stays.flatMap((stay) => stayLines(stay, answers, context, missing)),
    ...costLines(answers, context),
  ].filter((raw) => raw.persons > 0 && raw.days > 0);
  const sums = new Map<string, { amount: Decimal; cny: Decimal }>();
  const lines = raws.map((raw): FundingLine => {
    const amount = amountOf(raw);
    const rate = rateOf(context.facts, raw.currency, context.today);
    const cny = rate ? rounded(times(amount, rate.rate), 2) : undefined;
    const sum = sums.get(raw.currency) ?? { amount: ZERO, cny: ZERO };
    sums.set(raw.currency, { amount: plus(sum.amount, amount), cny: plus(sum.cny, cny ?? ZERO) });
    const { kind, label, place, currency, persons, days } = raw;
    return {
      kind,
      label,
      place,
      currency,
      standard: decimalText(raw.standard),
      persons,
      days,
      amount: decimalText(amount),
      cny: cny ? decimalText(cny) : null,
      note: raw.note ?? '',
    };
  });
  const byCurrency = [...sums].map(([currency, sum]) => {
    const rate = rateOf(context.facts, currency, context.today);
    if (!rate) missing.push(`没有${labelOf(CURRENCIES, currency)}的汇率，请联系财务部门录入`);
    return {
      currency,
      amount: decimalText(sum.amount),
      rate: rate ? decimalText(rate.rate, rate.rate.scale) : null,
      rateDate: rate ? rate.date : null,
      cny: rate ? decimalText(sum.cny) : null,
    };
  });
  const known = byCurrency.every((c) => c.cny !== null);
  const cny = known ? decimalText(total([...sums.values()].map((s) => s.cny))) : null;
  return { lines, byCurrency, cny, missing };
};
