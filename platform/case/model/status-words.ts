import type { Text } from '@zhitongche/base';
import type { CaseState, CaseStatus } from './state.ts';

/** Where a case stands, in words. */
export const STATUS_WORDS: Readonly<Record<CaseStatus, Required<Text>>> = {
  draft: { zh: '草稿', en: 'Draft' },
  running: { zh: '办理中', en: 'In progress' },
  correcting: { zh: '待补正', en: 'Correction needed' },
  outside: { zh: '上报等待', en: 'Waiting for an authority outside' },
  suspended: { zh: '已挂起', en: 'Suspended' },
  issuing: { zh: '出证中', en: 'Papers being made' },
  stuck: { zh: '出证受阻', en: 'A paper could not be made' },
  completed: { zh: '已办结', en: 'Completed' },
  refused: { zh: '不予同意', en: 'Refused' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
};

/** What its own applicant took back waits for no correction: it can be changed and submitted again. */
const WITHDRAWN: Required<Text> = { zh: '已撤回', en: 'Taken back' };

/** True while a case lies with its applicant although nobody has asked for a correction. */
export const isWithdrawn = (state: Pick<CaseState, 'status' | 'faults'>): boolean =>
  state.status === 'correcting' && state.faults.length === 0;

/** Where a case stands, in words; a status alone cannot tell a correction from what was taken back. */
export const standingWords = (status: CaseStatus, withdrawn: boolean): Required<Text> =>
  withdrawn ? WITHDRAWN : STATUS_WORDS[status];

/** Status of a row of a list in words; a row that waits for its applicant says itself what for. */
export const rowStatusWords = (row: { readonly status: string; readonly stepTitle: string }): string => {
  if (row.status === 'correcting') return row.stepTitle;
  return Object.entries(STATUS_WORDS).find(([key]) => key === row.status)?.[1].zh ?? row.stepTitle;
};

/** Statuses nothing but a failed paper can be acted on any more. */
export const CLOSED: readonly CaseStatus[] = ['completed', 'refused', 'cancelled'];

/** True when the case is over. */
export const isClosed = (status: CaseStatus): boolean => CLOSED.includes(status);
