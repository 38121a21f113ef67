import { addDays, daysInclusive } from '@zhitongche/kernel';
import type { Finding } from '@zhitongche/kernel';
import type { ProgrammeRow } from '../fields/itinerary.ts';

/** Days up to which the programme is planned by the day; a longer stay is planned by the week (请示文格式). */
export const PLANNED_DAILY = 30;

const WEEK = 7;

/** Days and half days left open; the days of leaving and coming home may be half. */
const openHalves = (exit: string, entry: string, programme: readonly ProgrammeRow[]): readonly string[] => {
  const last = daysInclusive(exit, entry) - 1;
  return Array.from({ length: last + 1 }, (_, i) => addDays(exit, i)).flatMap((day, i) => {
    const periods = programme.flatMap((row) => (row.date === day ? [row.period ?? 'day'] : []));
    const short = day.slice(5);
    if (periods.length === 0) return [short];
    if (i === 0 || i === last || periods.includes('day')) return [];
    return [
      ...(periods.includes('am') ? [] : [`${short}上午`]),
      ...(periods.includes('pm') ? [] : [`${short}下午`]),
    ];
  });
};

/** First days of the weeks nothing is planned in. */
const openWeeks = (exit: string, entry: string, programme: readonly ProgrammeRow[]): readonly string[] =>
  Array.from({ length: Math.ceil(daysInclusive(exit, entry) / WEEK) }, (_, i) =>
    addDays(exit, i * WEEK),
  ).flatMap((first) =>
    programme.some(({ date }) => date !== undefined && date >= first && date < addDays(first, WEEK))
      ? []
      : [`${first.slice(5)}起一周`],
  );

/** What of the time abroad has no programme. */
export const unplanned = (
  exit: string,
  entry: string,
  programme: readonly ProgrammeRow[],
): readonly Finding[] => {
  const days = daysInclusive(exit, entry);
  // A slip in a year is no reason to count for ever.
  if (days < 1 || days > 1_000) return [];
  const open = days > PLANNED_DAILY ? openWeeks(exit, entry, programme) : openHalves(exit, entry, programme);
  if (open.length === 0) return [];
  return [
    {
      at: ['programme'],
      message: `日程缺少${open.length}处：${open.slice(0, 5).join('、')}${open.length > 5 ? '等' : ''}`,
      en: `${open.length} gaps in the programme`,
      todo: '请补充，旅途日也要填写',
    },
  ];
};
