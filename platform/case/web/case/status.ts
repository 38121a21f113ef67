import { type CaseStatus, isClosed, rowStatusWords, STATUS_WORDS } from '@zhitongche/case';
import type { Tone } from '@zhitongche/ui';
import type { CaseShell } from './shell.ts';

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

/** At the desk nearly every case is under way, and a paper that could not be made is somebody's work. */
const AT_DESK: Partial<Record<CaseStatus, Tone>> = { running: 'idle', stuck: 'danger' };

const isStatus = (status: string): status is CaseStatus => Object.hasOwn(TONES, status);

/** Where a case stands, in words and colour, as it is read in a shell. */
export const statusLook = (
  row: {
    readonly status: string;
    readonly stepTitle: string;
  },
  shell: CaseShell,
): { readonly tone: Tone; readonly text: string } => {
  const { status } = row;
  if (!isStatus(status)) return { tone: 'idle', text: row.stepTitle };
  const tone = (shell === 'desk' ? AT_DESK[status] : undefined) ?? TONES[status];
  if (status === 'running' && shell === 'desk') return { tone, text: row.stepTitle };
  // A paper that could not be made is the office's trouble; to the applicant it is still being made.
  if (status === 'stuck' && shell === 'hall') return { tone, text: STATUS_WORDS.issuing.zh };
  return { tone, text: rowStatusWords(row) };
};

/** Where a case stands, in English. */
export const englishStatus = (status: string): string =>
  isStatus(status) ? (status === 'stuck' ? STATUS_WORDS.issuing : STATUS_WORDS[status]).en : status;

/** True when no clock runs for it: not begun, or over. */
export const isOver = (status: string): boolean =>
  isStatus(status) && (status === 'draft' || isClosed(status));
