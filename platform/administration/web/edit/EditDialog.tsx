import { ConfirmSheet } from '@zhitongche/ui';
import type { ReactNode } from 'react';
import { Refused } from './Refused.tsx';

/** A dialog that sends one change: its fields, below them what was refused and stands beside no field. */
export const EditDialog = ({
  title,
  verb,
  ready,
  sending,
  beside = [],
  onSend,
  onClose,
  children,
}: {
  readonly title: string;
  readonly verb: string;
  /** False while something it asks for is missing. */
  readonly ready: boolean;
  readonly sending: { readonly pending: boolean; readonly error: Error | null };
  /** Fields that show their own faults. */
  readonly beside?: readonly string[];
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => (
  <ConfirmSheet
    open
    title={title}
    verb={verb}
    pending={sending.pending}
    ready={ready}
    onClose={onClose}
    onConfirm={onSend}
  >
    {children}
    <Refused error={sending.error} beside={beside} />
  </ConfirmSheet>
);
