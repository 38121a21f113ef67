import type { Change } from '../diff/compare-answers.ts';

/** A fault named for correction as its reviewer reads it: a demand while the applicant has the case, then what became of it. */
export const askedWords = (status: string, change: Change, message: string): string =>
  status === 'correcting'
    ? `已要求补正：${message}`
    : `上次要求补正：${message}（${change === 'same' ? '没有改动' : '已改动'}）`;
