import { type Day, decimalOf, decimalText, moneyText, weekday } from '@zhitongche/base';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const partsOf = (day: Day): readonly [year: string, short: string] => {
  const [year = '', month, date] = day.split('-');
  return [year, `${Number(month)}月${Number(date)}日`];
};

/** `1月11日`, with the year when it is not today's. */
export const briefDay = (day: Day, today: Day): string => {
  const [year, short] = partsOf(day);
  return year === today.slice(0, 4) ? short : `${year}年${short}`;
};

/** `11日周一`: a day within a month that is named beside it. */
export const dayOfMonth = (day: Day): string =>
  `${Number(day.slice(8))}日${WEEKDAYS[weekday(day) - 1] ?? ''}`;

/** `1月11日—20日`, `1月25日—2月1日`: a stretch of days, each part told once. */
export const briefSpan = (from: Day, to: Day, today: Day): string => {
  const [fromYear] = partsOf(from);
  const [toYear, toShort] = partsOf(to);
  if (fromYear !== toYear) return `${briefDay(from, today)}—${toYear}年${toShort}`;
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : toShort;
  return `${briefDay(from, today)}—${end}`;
};

/** Yuan as a decimal text in 万元, two places: `184137.00` is `18.41`; empty for what is no sum. */
export const inTenThousands = (yuan: string): string => {
  const sum = decimalOf(yuan);
  return sum ? moneyText(decimalText({ ...sum, scale: sum.scale + 4 })) : '';
};

/** `厅局级 2，县处级 4`: how many of each, in the order of the words, none left out. */
export const countedBy = (
  words: Readonly<Record<string, string>>,
  values: readonly (string | undefined)[],
): string =>
  Object.entries(words)
    .map(([key, label]) => [label, values.filter((value) => value === key).length] as const)
    .filter(([, many]) => many > 0)
    .map(([label, many]) => `${label} ${many}`)
    .join('，');

/** Where the way begins and ends: as the route says, between its dashes. */
export const endsOf = (route: string | undefined): readonly [from: string, to: string] => {
  const places = (route ?? '').split(/\s*[—–\-－→]+\s*/).filter((place) => place !== '');
  return [places[0] ?? '出境', (places.length > 1 ? places.at(-1) : undefined) ?? '入境'];
};
