import { useState } from 'react';
import { useWrite, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, ConfirmSheet, DataTable, TextField, instantShort } from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import { refusedAt } from '../edit/refused.ts';

type Held = Reply<'retention'>['held'];

/** Cases of which nothing is deleted while a dispute or an investigation lasts; the audit administrator places and ends them. */
export const Holds = ({ held }: { readonly held: Held }) => {
  const may = isAdmin(useMe(), 'audit-admin');
  const [ending, setEnding] = useState<Held[number] | 'new' | null>(null);
  return (
    <section aria-label="保全" className="admin-part">
      <h2>保全中的办件</h2>
      {held.length === 0 ? (
        <p className="soft">没有保全中的办件。</p>
      ) : (
        <DataTable
          label="保全中的办件"
          rows={held}
          keyOf={(row) => row.id}
          columns={[
            { key: 'number', label: '办件编号', cell: (row) => row.number },
            { key: 'reason', label: '原因', cell: (row) => row.reason },
            { key: 'by', label: '谁保全', cell: (row) => row.by },
            { key: 'at', label: '何时', cell: (row) => instantShort(row.at) },
            {
              key: 'do',
              label: '操作',
              cell: (row) =>
                may ? (
                  <Button size="small" onPress={() => setEnding(row)}>
                    解除
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {may ? <Button onPress={() => setEnding('new')}>保全一件办件</Button> : null}
      {ending === null ? null : <HoldSheet hold={ending} onClose={() => setEnding(null)} />}
    </section>
  );
};

const HoldSheet = ({
  hold,
  onClose,
}: {
  readonly hold: Held[number] | 'new';
  readonly onClose: () => void;
}) => {
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const place = useWrite('placeHold', ['retention']);
  const end = useWrite('endHold', ['retention']);
  const fresh = hold === 'new';
  return (
    <ConfirmSheet
      open
      title={fresh ? '保全一件办件' : `解除保全：${hold.number}`}
      verb={fresh ? '保全' : '解除'}
      ready={reason.trim().length >= 2 && (!fresh || number.trim() !== '')}
      pending={place.isPending || end.isPending}
      error={fresh ? place.error : end.error}
      onClose={onClose}
      onConfirm={() =>
        fresh
          ? place.mutate({ body: { number: number.trim(), reason: reason.trim() } }, { onSuccess: onClose })
          : end.mutate({ params: { id: hold.id }, body: { reason: reason.trim() } }, { onSuccess: onClose })
      }
    >
      {fresh ? (
        <TextField
          id="hold-number"
          label="办件编号"
          required
          problems={refusedAt(place.error, 'number')}
          maxLength={60}
          value={number}
          onChange={setNumber}
        />
      ) : null}
      <TextField
        id="hold-reason"
        label="原因"
        required
        problems={refusedAt(place.error, 'reason')}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </ConfirmSheet>
  );
};
