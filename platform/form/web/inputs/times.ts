import type { TextField } from '@zhitongche/form';

const FIRST = 7;
const LAST = 21;

/** Half hours people most often mean; every other time may still be typed. */
export const HALF_HOURS: readonly string[] = Array.from({ length: (LAST - FIRST) * 2 + 1 }, (_, n) => {
  const hour = String(FIRST + Math.floor(n / 2)).padStart(2, '0');
  return `${hour}:${n % 2 === 0 ? '00' : '30'}`;
});

/** Whether a text is asked for as a time of day: its pattern takes hours and minutes and no day has more of them. */
export const asksTime = ({ pattern }: Pick<TextField, 'pattern'>): boolean => {
  if (pattern === undefined) return false;
  const asked = new RegExp(pattern.regex, 'u');
  return ['00:00', '09:30', '23:59'].every((one) => asked.test(one)) && !asked.test('24:00');
};

/** A time as a hand types it — `9`, `930`, `9：30`, `9点` — as it is written: `09:30`; anything else stays. */
export const tidyTime = (text: string): string => {
  const said = /^(\d{1,2}?)\s*(?:[:：.点时]\s*)?(\d{2})?\s*分?$/u.exec(text.trim());
  const [, hour = '', minute = '00'] = said ?? [];
  return said && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : text;
};
