import type { CaseRow } from '../../api/types.ts';
import { Badge } from '../../ui/Badge.tsx';
import { STATUSES } from './inbox-search.ts';

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
  <Badge tone={TONES[row.status] ?? 'idle'}>{STATUSES[row.status] ?? row.stepTitle}</Badge>
);
