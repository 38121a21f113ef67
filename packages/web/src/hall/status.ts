import { type CaseStatus, isClosed, STATUS_WORDS } from '@zhitongche/kernel';
import type { Tone } from '../ui/Badge.tsx';

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
export const statusLook = (status: string): { readonly tone: Tone; readonly text: string } => {
  if (!isStatus(status)) return { tone: 'idle', text: status };
  // A paper that could not be made is the office's trouble; to the applicant it is still being made.
  const said = status === 'stuck' ? 'issuing' : status;
  return { tone: TONES[status], text: STATUS_WORDS[said].zh };
};

/** True when no clock runs for it: not begun, or over. */
export const isOver = (status: string): boolean =>
  isStatus(status) && (status === 'draft' || isClosed(status));
