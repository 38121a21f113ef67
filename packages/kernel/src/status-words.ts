import type { Text } from './json.ts';
import type { CaseStatus } from './state.ts';

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

/** Statuses nothing but a failed paper can be acted on any more. */
export const CLOSED: readonly CaseStatus[] = ['completed', 'refused', 'cancelled'];

/** True when the case is over. */
export const isClosed = (status: CaseStatus): boolean => CLOSED.includes(status);
