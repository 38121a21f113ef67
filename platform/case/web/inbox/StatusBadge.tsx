import { rowStatusWords } from '@zhitongche/case';
import type { CaseRow } from '@zhitongche/contract';
import { Badge } from '@zhitongche/ui';

const TONES: Readonly<Record<string, 'ok' | 'warn' | 'danger' | 'info' | 'idle'>> = {
  correcting: 'warn',
  outside: 'info',
  suspended: 'idle',
  issuing: 'info',
  stuck: 'danger',
  completed: 'ok',
  refused: 'danger',
  cancelled: 'idle',
};

/** Where a case stands, as a badge. */
export const StatusBadge = ({ row }: { readonly row: Pick<CaseRow, 'status' | 'stepTitle'> }) => (
  <Badge tone={TONES[row.status] ?? 'idle'}>
    {row.status === 'running' ? row.stepTitle : rowStatusWords(row)}
  </Badge>
);

/** Marks a case whose applicant asks for haste. */
export const UrgentBadge = ({ row }: { readonly row: Pick<CaseRow, 'flags'> }) =>
  row.flags.includes('urgent') ? <Badge tone="danger">加急</Badge> : null;
