import { PUBLIC_EXPENSES } from '@zhitongche/budget';
import type { Ceiling, KeptRow } from '@zhitongche/register';
import type { CeilingRow } from './form.ts';

type Planned = Pick<CeilingRow, 'march' | 'june' | 'october' | 'december'>;

/** The payment plan of a ceiling, null where a date is blank. */
export const planOf = ({ march, june, october, december }: Planned): Ceiling['plan'] => [
  { month: 3, percent: march ?? null },
  { month: 6, percent: june ?? null },
  { month: 10, percent: october ?? null },
  { month: 12, percent: december ?? null },
];

/** A row as what may be spent; null while its year or amount is not known. */
export const ceilingOf = ({ answers }: Pick<KeptRow, 'answers'>): Ceiling | null => {
  const { year, name, amount, project, publicExpense, economic, purpose, ...plan } = answers as CeilingRow;
  if (year === undefined || !amount) return null;
  return {
    name: name ?? '',
    year,
    amount,
    project: project ?? '',
    economic: publicExpense ? PUBLIC_EXPENSES[publicExpense].economic : (economic ?? []),
    purpose: purpose ?? '',
    publicExpense: publicExpense ?? null,
    plan: planOf(plan),
  };
};
