import { addDays, type Basis, blocking, isJsonObject, type Problem, weekday } from '@zhitongche/base';
import type { Check, CheckContext, Finding } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { type Booking, openingOn, type Resource, slotOf } from './booking.ts';
import type { KeptRow } from './row.ts';
import type { RowContext } from './kind.ts';

/** Name under which a check finds the open answers of what a field picks. */
export const pickedFact = (field: string): string => `picked:${field}`;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What every booking is held to: an end after the beginning on the same day, not in the past, while the thing is open. */
export const bookingChecks = (
  code: string,
  booking: Booking,
  resource: Resource,
  basis: Basis,
): readonly Check[] => {
  const { day, from, to } = booking;
  const check = (
    number: string,
    title: string,
    reads: readonly string[],
    run: (answers: Answers, context: CheckContext) => readonly Finding[],
  ): Check => ({ code: `${code}-${number}`, title, level: 'block', basis, reads, run });
  return [
    check('01', '同一天内，结束晚于开始', [from, to], (answers) =>
      text(answers[to]) > text(answers[from])
        ? []
        : [
            {
              at: [to],
              message: '结束时间不晚于开始时间；预约不能跨过午夜',
              en: 'It ends before it begins; a booking does not run over midnight',
              todo: '跨日的请按天分别预约',
            },
          ],
    ),
    check('02', '不预约过去的时间', [day, from], (answers, { today, now }) => {
      const slot = slotOf(booking, { ...answers, [to]: '23:59' });
      const past = now && slot ? slot.from < now : text(answers[day]) < today;
      return past
        ? [{ at: [day], message: '预约的时间已经过去', en: 'That time has passed', todo: '请改约以后的时间' }]
        : [];
    }),
    check('03', '在开放时间内', [booking.resource, day, from, to], (answers, context) =>
      closedAt(booking, resource, answers, context),
    ),
    ...(booking.limits
      ? [
          check('04', '不太迟，也不太早', [day, from], (answers, context) =>
            untimely(booking, answers, context),
          ),
        ]
      : []),
  ];
};

const MINUTE = 60_000;

function untimely(
  booking: Booking,
  answers: Answers,
  { today, now, policy }: CheckContext,
): readonly Finding[] {
  const { limits, day } = booking;
  const slot = slotOf(booking, { ...answers, [booking.to]: '23:59' });
  if (!limits || !slot) return [];
  const [lead, ahead] = [policy.number(limits.lead), policy.number(limits.ahead)];
  if (now !== undefined && slot.from >= now && Date.parse(slot.from) - Date.parse(now) < lead * MINUTE)
    return [
      {
        at: [booking.from],
        message: `要提前${minutesSaid(lead)}预约，现在已经来不及`,
        en: `It must be booked ${lead} minutes before`,
        todo: '请改约晚一些的时间；急用的请与管理的人联系',
      },
    ];
  if (text(answers[day]) > addDays(today, ahead))
    return [
      {
        at: [day],
        message: `最多提前${ahead}天预约`,
        en: `It is booked at most ${ahead} days ahead`,
        todo: `请在${addDays(text(answers[day]), -ahead)}以后再约`,
      },
    ];
  return [];
}

const minutesSaid = (minutes: number): string =>
  minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60}小时` : `${minutes}分钟`;

/** What stands in the way of giving a settled booking up: it begins too soon, or has begun. For the `needs` of a move. */
export const tooLateToCancel =
  (booking: Booking, stage: string, basis: Basis) =>
  (row: KeptRow, { now, policy }: RowContext): readonly Problem[] => {
    const slot = slotOf(booking, row.answers);
    if (row.stage !== stage || !slot || !booking.limits) return [];
    const least = policy.number(booking.limits.cancel);
    if (Date.parse(slot.from) - Date.parse(now) >= least * MINUTE) return [];
    const said = least === 0 ? '已经开始，不能再取消' : `开始前${minutesSaid(least)}以内不能再取消`;
    return [
      blocking('booking.too-late', [], said, 'It is too late to cancel it', {
        todo: '没有来用的，请登记“未到”',
        basis,
      }),
    ];
  };

function closedAt(
  booking: Booking,
  resource: Resource,
  answers: Answers,
  { calendar, facts }: CheckContext,
): readonly Finding[] {
  const known = facts.lookup(pickedFact(booking.resource));
  const day = text(answers[booking.day]);
  if (!isJsonObject(known) || day === '') return [];
  const covered = day >= calendar.covers.from && day <= calendar.covers.to;
  if (resource.workdays && known[resource.workdays] === true && covered && !calendar.isWorkingDay(day))
    return [
      {
        at: [booking.day],
        message: '这一天是休息日，不开放',
        en: 'It is closed on that day',
        todo: '请改约工作日',
      },
    ];
  const hours = openingOn(resource, known, weekday(day));
  const [from, to] = [text(answers[booking.from]), text(answers[booking.to])];
  if (hours.some((one) => one.from <= from && to <= one.to)) return [];
  const said = hours.map((one) => `${one.from}至${one.to}`).join('、');
  return [
    {
      at: [booking.from],
      message: hours.length === 0 ? '这一天不开放' : `不在开放时间内，这一天开放${said}`,
      en: hours.length === 0 ? 'It is closed on that day' : `It is open ${said}`,
      todo: '请改约开放时间',
    },
  ];
}
