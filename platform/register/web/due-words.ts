import { daysBetween, isDay } from '@zhitongche/base';
import type { RegisterKind } from '@zhitongche/register';
import { dayShort, weekdayOf } from '@zhitongche/ui';
import type { Reply } from '@zhitongche/contract/web';

/** Days before a date from which it is shown as near. */
const NEAR = 30;

/** How a day that must not be missed is told, and how pressing it is. */
export interface DueLook {
  readonly light: 'red' | 'amber' | 'green';
  readonly words: string;
}

/** A day as people say it: with its year where that is not this one's; what is no day stays as it is. */
export const daySaid = (day: string, today: string): string =>
  !isDay(day)
    ? day
    : day.slice(0, 4) === today.slice(0, 4)
      ? dayShort(day)
      : `${day.slice(0, 4)}年${dayShort(day)}`;

/** A minute of a day as people say it: `11月28日 16:30`; what is none stays as it is. */
export const minuteSaid = (minute: string, today: string): string => {
  const [day = '', time = ''] = minute.split('T');
  return isDay(day) ? `${daySaid(day, today)} ${time}` : minute;
};

/** What is due on a row's day, where its register knows several such days; else its day says enough. */
export const dueNamed = (
  { dates }: Pick<RegisterKind, 'dates'>,
  { dueOf }: Pick<Reply<'keptRows'>['items'][number], 'dueOf'>,
): string => (dates.length > 1 ? dueOf : '');

/** Overdue, near or far, in words. */
export const dueLook = (day: string, today: string): DueLook => {
  const left = daysBetween(today, day);
  if (left < 0) return { light: 'red', words: `超 ${-left} 天` };
  if (left === 0) return { light: 'amber', words: '今天' };
  const said = daySaid(day, today);
  if (left <= 7) return { light: 'amber', words: `${said}${weekdayOf(day)}` };
  return { light: left <= NEAR ? 'amber' : 'green', words: said };
};
