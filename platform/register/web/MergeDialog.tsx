import { Button, Dialog, Notice, TextField } from '@zhitongche/ui';
import { useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import type { RowLine } from './columns.ts';
import { RowPicker } from './RowPicker.tsx';
import { type Row, useRowAct } from './use-row-act.ts';

/** Merges a row that was entered twice into the other one; both histories stay. */
export const MergeDialog = ({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) => {
  const [into, setInto] = useState<RowLine | null>(null);
  const [reason, setReason] = useState('');
  const { take, pending, error } = useRowAct(row);
  const merge = async (): Promise<void> => {
    if (!into) return;
    const to = { register: row.register, id: into.id };
    if (await take({ act: 'merge', into: to, reason: reason.trim() }, `已并入“${into.title}”`)) onClose();
  };
  return (
    <Dialog
      open
      title={`合并：${row.title}`}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={pending}>
            先不合并
          </Button>
          <Button
            variant="danger"
            pending={pending}
            isDisabled={into === null || reason.trim() === ''}
            onPress={() => void merge()}
          >
            合并
          </Button>
        </>
      }
    >
      <div className="stack">
        <ActRefusal error={error} />
        <Notice tone="warn">
          同一件事物登记了两次时用。这一条并入所选的一条后不再列出，两边的经过都留着；不能撤回。
        </Notice>
        <RowPicker register={row.register} not={row.id} value={into?.id} onPick={setInto} />
        <TextField
          id="reason"
          label="原因"
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </div>
    </Dialog>
  );
};
