import { ProblemError } from '@zhitongche/core/server';

const refusal = (code: string, message: string, en: string): ProblemError =>
  new ProblemError(422, code, message, en);

/** The code was made up, mistyped, or is older than codes are told apart. */
export const unknownCode = () =>
  refusal('check-in.unknown', '签到码不对。请照会场屏幕上现在显示的码重新扫码或输入。', 'The code is wrong.');

/** The code was right once: it is shown no longer. */
export const staleCode = (shown: string) =>
  refusal(
    'check-in.stale',
    `这是${shown}的签到码，已经过期。请照会场屏幕上现在显示的码重新扫码或输入。`,
    'The code has expired.',
  );

/** It lay on a device longer than the office waits. */
export const tooLate = (shown: string, hours: number) =>
  refusal(
    'check-in.too-late',
    `这次签到（${shown}）在本机存了超过${hours}小时才送达，不再计入。请与办班或管理的人联系，由其补登。`,
    'It arrived too late to count.',
  );

/** The code is another's: of a course one is not on, a room one has not booked. */
export const notListed = (title: string) =>
  refusal(
    'check-in.not-listed',
    `这是“${title}”的签到码，名单里没有您。请核对是不是这一场；应当参加的，请现场的人补登。`,
    'You are not on the list.',
  );

/** The code is right and the hour is not. */
export const wrongTime = (title: string) =>
  refusal(
    'check-in.time',
    `“${title}”现在不在签到时间内。请在当天、开始前半小时到结束之间签到。`,
    'It is not the time to check in.',
  );
