import { Button, Dialog, TextField } from '@zhitongche/ui';
import { useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import { type Row, useRowAct } from './use-row-act.ts';

const ACTS = {
  retire: {
    verb: '注销',
    help: '注销后不再列出、不再提醒，经过都留着，以后可以恢复',
    danger: true,
  },
  restore: { verb: '恢复', help: '恢复后照旧列出、提醒', danger: false },
} as const;

/** Retires a row or brings it back, with the reason. */
export const ReasonDialog = ({
  row,
  act,
  onClose,
}: {
  readonly row: Row;
  readonly act: keyof typeof ACTS;
  readonly onClose: () => void;
}) => {
  const { verb, help, danger } = ACTS[act];
  const [reason, setReason] = useState('');
  const { take, pending, error } = useRowAct(row);
  return (
    <Dialog
      open
      title={`${verb}：${row.title}`}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={pending}>
            先不{verb}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            pending={pending}
            isDisabled={reason.trim() === ''}
            onPress={() =>
              void take({ act, reason: reason.trim() }, `已${verb}`).then((done) => done && onClose())
            }
          >
            {verb}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ActRefusal error={error} />
        <TextField
          id="reason"
          label="原因"
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          help={help}
        />
      </div>
    </Dialog>
  );
};
