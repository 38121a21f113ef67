import { addDays } from '@zhitongche/base';
import { choice, date, integer, onePage, options, pick, text } from '@zhitongche/form';
import { abroadTime, type Booking, bookingChecks, defineRegister, slotOf, ZONES } from '@zhitongche/register';
import { OFFICE_AND_CITIES, WHOLE_OFFICE } from '../../shared/desk-readers.ts';
import { RULE, slot } from './slot.ts';
import { samples } from './samples.ts';
import { stages } from './stages.ts';
import { timeOfDay } from './time-of-day.ts';

/** Most weeks one booking is repeated for. */
const WEEKS = 52;
const HALF_HOUR = 1_800_000;

const booking = {
  ...slot,
  also({ repeat, repeatUntil, day, ...rest }) {
    if (repeat !== 'weekly' || typeof day !== 'string' || typeof repeatUntil !== 'string') return [];
    const days = Array.from({ length: WEEKS }, (_, n) => addDays(day, 7 * (n + 1)));
    return days.filter((one) => one <= repeatUntil).map((one) => ({ ...rest, repeat: 'once', day: one }));
  },
} satisfies Booking;

/** 预约: a room, a window, a booth or a car for a while; two cannot have it at the same time. */
export const bookings = defineRegister({
  code: 'booking',
  name: '预约',
  en: 'Bookings',
  category: '预约',
  what: '谁在什么时间用哪间会议室、哪个窗口、哪辆车；有人取消，候补的先得。',
  basis: [RULE.title],
  measure: '个',
  form: onePage('预约', {
    what: pick('预约什么', 'booking-resource', { required: true, width: 6 }),
    subject: text('事由', { max: 80, required: true, width: 6 }),
    day: date('日期', { required: true, width: 4 }),
    from: timeOfDay('开始', { width: 4 }),
    to: timeOfDay('结束', { width: 4 }),
    people: integer('人数', { min: 1, max: 10_000, unit: '人', width: 4 }),
    abroad: choice('境外参加的人在', options(ZONES), { width: 4, help: '视频会商时两边的时间都会写明' }),
    repeat: choice('重复', options({ once: '只这一次', weekly: '每周同一时间' }), { width: 4 }),
    repeatUntil: date('重复到', { width: 4, shown: ({ repeat }) => repeat === 'weekly', required: true }),
  }),
  set: {
    title: '签到',
    fields: {
      signedIn: text('签到时间', { max: 20, width: 4 }),
      arrived: text('签到送达时间', { max: 20, width: 4, help: '没有网络时存在手机上，随后送达' }),
    },
  },
  checkIn: {
    door: 'what',
    who: 'entered',
    move: 'check-in',
    done: 'signedIn',
    late: 'booking.late',
    // Half an hour before until the end: nobody waits outside a room for the minute hand.
    when(answers) {
      const span = slotOf(booking, answers);
      return span && { from: new Date(Date.parse(span.from) - HALF_HOUR).toISOString(), to: span.to };
    },
  },
  checks: bookingChecks(
    'B',
    booking,
    { capacity: 'capacity', opening: 'opening', workdays: 'workdays' },
    RULE,
  ),
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'booking.hold',
      label: '预留多久未确认自动放开',
      type: 'number',
      unit: '分钟',
      default: 30,
      bounds: [1, 10_080],
      unconfirmed: true,
    },
    {
      key: 'booking.lead',
      label: '最迟提前多久预约',
      type: 'number',
      unit: '分钟',
      default: 0,
      bounds: [0, 10_080],
      unconfirmed: true,
    },
    {
      key: 'booking.ahead',
      label: '最早提前多久预约',
      type: 'number',
      unit: '天',
      default: 366,
      bounds: [1, 1000],
      unconfirmed: true,
    },
    {
      key: 'booking.cancel',
      label: '开始前多久以内不能取消',
      type: 'number',
      unit: '分钟',
      default: 0,
      bounds: [0, 10_080],
      unconfirmed: true,
    },
    {
      key: 'booking.late',
      label: '没有网络时存在手机上的签到，多久以内送达有效',
      type: 'number',
      unit: '小时',
      default: 24,
      bounds: [1, 96],
      unconfirmed: true,
    },
  ],
  title: ({ subject, what }) =>
    [what?.title, subject].filter((part) => part !== undefined).join(' ') || '预约',
  cardFacts: (answers) => {
    const { day, from, to } = answers;
    const abroad = abroadTime(booking, answers);
    return [
      { label: '时间', value: day && from && to ? `${day} ${from}至${to}` : '' },
      ...(abroad === '' ? [] : [{ label: '对方当地时间', value: abroad }]),
    ];
  },
  columns: [
    { key: 'day' },
    { key: 'from' },
    { key: 'to' },
    { key: 'what', later: true },
    { key: 'subject', later: true },
    { key: 'people', later: true },
  ],
  day: 'day',
  booking,
  stages,
  dates: [],
  relations: [],
  readers: OFFICE_AND_CITIES,
  keepers: [...WHOLE_OFFICE, 'city-reviewer', 'city-leader'],
  samples,
});
