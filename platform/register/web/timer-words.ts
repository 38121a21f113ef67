import { minutesInWords } from '@zhitongche/base';
import type { DueLook } from './due-words.ts';
import type { Row } from './use-row-act.ts';

type Timer = Row['timers'][number];

/** Which hours count, in words. */
export const HOURS: Readonly<Record<Timer['hours'], string>> = {
  'round-the-clock': '全天计时',
  office: '按办公时间计时',
};

/** What is used of a limit: `14分钟 / 15分钟`. */
export const timerUsed = ({ ms, limit }: Pick<Timer, 'ms' | 'limit'>): string =>
  limit === null ? minutesInWords(ms) : `${minutesInWords(ms)} / ${minutesInWords(limit * 60_000)}`;

/** How pressing a limit is, in words: late, paused, in time, or what is left. */
export const timerLook = ({ ms, limit, until, paused, late }: Timer): DueLook => {
  if (limit === null) return { light: 'green', words: until === null ? '没有设时限' : '已完成' };
  const left = limit * 60_000 - ms;
  if (late) return { light: 'red', words: `超 ${minutesInWords(-left)}` };
  if (until !== null) return { light: 'green', words: '按时' };
  if (paused) return { light: 'amber', words: '暂停计时' };
  return { light: left * 5 <= limit * 60_000 ? 'amber' : 'green', words: `还剩 ${minutesInWords(left)}` };
};
