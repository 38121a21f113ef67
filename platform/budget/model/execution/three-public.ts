import type { Ceiling } from '@zhitongche/register';

/** The three public expenses (三公经费) by the economic classes that pay for them: abroad, vehicles bought and run, receptions. */
export const PUBLIC_EXPENSES: Readonly<
  Record<
    NonNullable<Ceiling['publicExpense']>,
    { readonly name: string; readonly economic: readonly string[] }
  >
> = {
  abroad: { name: '因公出国（境）费', economic: ['30212'] },
  'vehicle-purchase': { name: '公务用车购置费', economic: ['31013', '30913'] },
  'vehicle-running': { name: '公务用车运行维护费', economic: ['30231'] },
  reception: { name: '公务接待费', economic: ['30217'] },
};

/** Which of the three public expenses a class pays for; null = none of them. */
export const publicExpenseOf = (economic: string): NonNullable<Ceiling['publicExpense']> | null => {
  const found = Object.entries(PUBLIC_EXPENSES).find(([, { economic: codes }]) =>
    codes.some((code) => economic.startsWith(code)),
  );
  return (found?.[0] as NonNullable<Ceiling['publicExpense']> | undefined) ?? null;
};
