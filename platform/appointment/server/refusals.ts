import { notFound, ProblemError } from '@zhitongche/core/server';

const conflict = (code: string, zh: string, en: string) => new ProblemError(409, code, zh, en);

/** Nothing of the case is done at the counter now. */
export const notNow = () =>
  conflict(
    'appointment.not-now',
    '本办件现在没有需要到窗口办的事，不用预约。轮到您到窗口时会通知您。',
    'Nothing of this matter is done at the counter now. You will be told when it is.',
  );

/** One hour at a time: the others are for others. */
export const hasOne = () =>
  conflict(
    'appointment.has-one',
    '本办件已经约了一个时段。要改时间，请先取消原来的预约。',
    'This matter has an appointment. Cancel it first to take another.',
  );

/** Nobody came, again and again. */
export const tooAbsent = (times: number) =>
  conflict(
    'appointment.absent',
    `本办件已有 ${times} 次约了没有到，不再接受网上预约。请在开放时间直接到窗口取号。`,
    'You did not come to earlier appointments. Please come to the counter and draw a number.',
  );

/** That hour is not offered, or not any more. */
export const noHour = () =>
  conflict(
    'appointment.no-hour',
    '这个时段不能预约，或者刚刚约满。请另选一个时段。',
    'This hour is not open for booking, or has just been taken. Choose another one.',
  );

/** The case has no such appointment, or it is over. */
export const noAppointment = () =>
  notFound('appointment.none', '没有这个预约，或已经结束。', 'There is no such appointment, or it is over.');

/** Nothing that may be booked at the counter is called so. */
export const noPlace = () => notFound('queue.no-place', '没有这个窗口。', 'There is no such counter.');

/** Not booked here for today, or here already. */
export const noBooking = () =>
  notFound(
    'queue.no-booking',
    '今天这个窗口没有这个预约，或者已经取过号。可以按现场取号。',
    'There is no such booking here today, or its number was drawn.',
  );

/** No number of today. */
export const noNumber = () =>
  notFound('queue.no-number', '今天没有这个号。', 'There is no such number today.');

/** Somebody else was quicker. */
export const movedOn = (now: string) =>
  conflict(
    'queue.moved-on',
    `这个号现在是“${now}”，不能这样办。请看最新的列表。`,
    'The number has moved on.',
  );
