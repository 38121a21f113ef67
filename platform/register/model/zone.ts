import type { Answers } from '@zhitongche/form';
import { type Booking, slotOf } from './booking.ts';

/** Places others join from, by their time zone as the IANA data base names it. */
export const ZONES = {
  'Asia/Tokyo': '东京、首尔',
  'Asia/Singapore': '新加坡、吉隆坡',
  'Asia/Bangkok': '曼谷、河内',
  'Asia/Kolkata': '新德里',
  'Asia/Dubai': '迪拜、阿布扎比',
  'Europe/Moscow': '莫斯科',
  'Africa/Nairobi': '内罗毕、亚的斯亚贝巴',
  'Europe/Berlin': '柏林、巴黎、罗马',
  'Europe/London': '伦敦',
  'America/Sao_Paulo': '圣保罗',
  'America/New_York': '纽约、华盛顿',
  'America/Los_Angeles': '洛杉矶、旧金山',
  'Australia/Sydney': '悉尼',
  'Pacific/Auckland': '奥克兰',
} as const;

const clockIn = (zone: string, instant: string): { readonly day: string; readonly time: string } => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
};

/** The hours of a booking by the clock of those who join from abroad; empty where nobody does. */
export const abroadTime = (booking: Booking, answers: Answers): string => {
  const zone = booking.zone === undefined ? undefined : answers[booking.zone];
  const slot = slotOf(booking, answers);
  if (typeof zone !== 'string' || !Object.hasOwn(ZONES, zone) || !slot) return '';
  const [from, to] = [clockIn(zone, slot.from), clockIn(zone, slot.to)];
  const other = from.day === answers[booking.day] ? '' : `${from.day} `;
  const over = to.day === from.day ? '' : '次日';
  return `${ZONES[zone as keyof typeof ZONES]} ${other}${from.time}至${over}${to.time}`;
};
