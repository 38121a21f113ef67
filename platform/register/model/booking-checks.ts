import { type Basis, isJsonObject, weekday } from '@zhitongche/base';
import type { Check, CheckContext, Finding } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { type Booking, openingOn, type Resource, slotOf } from './booking.ts';

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
