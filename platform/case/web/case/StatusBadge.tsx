import type { CaseRow } from '@zhitongche/contract';
import { Badge, useShared } from '@zhitongche/ui';
import type { CaseShell } from './shell.ts';
import { englishStatus, statusLook } from './status.ts';

/** Where a case stands, as a badge. */
export const StatusBadge = ({
  row,
  shell = 'desk',
}: {
  readonly row: Pick<CaseRow, 'status' | 'stepTitle'>;
  readonly shell?: CaseShell;
}) => {
  const { language } = useShared();
  const { tone, text } = statusLook(row, shell);
  return <Badge tone={tone}>{language === 'en' ? englishStatus(row.status) : text}</Badge>;
};

/** Marks a case whose applicant asks for haste. */
export const UrgentBadge = ({ row }: { readonly row: Pick<CaseRow, 'flags'> }) =>
  row.flags.includes('urgent') ? <Badge tone="danger">加急</Badge> : null;
