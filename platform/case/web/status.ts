import { type CaseStatus, isClosed, rowStatusWords, STATUS_WORDS } from '@zhitongche/case';
import type { Tone } from '@zhitongche/ui';

const TONES: Readonly<Record<CaseStatus, Tone>> = {
  draft: 'idle',
  running: 'info',
  correcting: 'warn',
  outside: 'info',
  suspended: 'idle',
  issuing: 'info',
  stuck: 'info',
  completed: 'ok',
  refused: 'danger',
  cancelled: 'idle',
};

const isStatus = (status: string): status is CaseStatus => Object.hasOwn(TONES, status);

/** Where a case stands, in words and colour, as an applicant should read it. */
export const statusLook = (row: {
  readonly status: string;
  readonly stepTitle: string;
}): { readonly tone: Tone; readonly text: string } => {
  const { status } = row;
  if (!isStatus(status)) return { tone: 'idle', text: row.stepTitle };
  // A paper that could not be made is the office's trouble; to the applicant it is still being made.
  const text = status === 'stuck' ? STATUS_WORDS.issuing.zh : rowStatusWords(row);
  return { tone: TONES[status], text };
};

/** True when no clock runs for it: not begun, or over. */
export const isOver = (status: string): boolean =>
  isStatus(status) && (status === 'draft' || isClosed(status));
