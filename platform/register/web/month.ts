import { addDays } from '@zhitongche/base';

/** The days of a month (`2026-11`) in whole weeks from Monday to Sunday. */
export const weeksOf = (month: string): readonly (readonly string[])[] => {
  const first = `${month}-01`;
  // Sunday is 0 for JavaScript and the last day of a week here.
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let day = addDays(first, -before); day.slice(0, 7) <= month; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)));
  return weeks;
};

/** The month so many months later. */
export const monthLater = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

/** First and last day of a month. */
export const daysOf = (month: string): { readonly from: string; readonly until: string } => ({
  from: `${month}-01`,
  until: addDays(`${monthLater(month, 1)}-01`, -1),
});
