import type { Reconciliation } from '@zhitongche/budget';
import { ConfirmSheet, Notice, TextField } from '@zhitongche/ui';
import { Reasons } from './Reasons.tsx';

/** Asks once more before a disclosure is shown to everybody: only after a person has looked at every spot. */
export const PublishSheet = ({
  asking,
  open,
  counts,
  note,
  onNote,
  write,
  onPublish,
  onClose,
}: {
  readonly asking: boolean;
  /** Spots nobody has looked at. */
  readonly open: number;
  readonly counts: Reconciliation['counts'] | null;
  readonly note: string;
  readonly onNote: (note: string) => void;
  /** How the saving stands. */
  readonly write: { readonly isPending: boolean; readonly error: Error | null };
  readonly onPublish: () => void;
  readonly onClose: () => void;
}) => (
  <ConfirmSheet
    open={asking}
    title="确认并公开"
    verb="公开"
    pending={write.isPending}
    ready={open === 0}
    error={write.error ?? undefined}
    onConfirm={onPublish}
    onClose={onClose}
  >
    {open > 0 ? (
      <Notice tone="warn" title={`还有${open}处没有核对`}>
        请先在“待核对”里逐处看过原文，补正或确认读入的不用改。
      </Notice>
    ) : (
      <>
        <p>
          公开后任何人都能查看和下载，包括勾稽核对的结果和未能读入的地方。表中的数字一律照原文，不因核对结果改动。
        </p>
        {counts === null ? null : (
          <p>
            勾稽：相符{counts.holds}，取整差{counts.rounding}，不符{counts['does-not-hold']}，无法核对
            {counts['cannot-be-checked']}。
          </p>
        )}
        <TextField
          id="budget-note"
          label="说明"
          help="写给看版本记录的同事，不公开。"
          maxLength={500}
          value={note}
          onChange={onNote}
        />
      </>
    )}
    {write.error === null ? null : <Reasons error={write.error} />}
  </ConfirmSheet>
);
