import { text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useState } from 'react';
import type { Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, DataTable, instantShort } from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';

type Held = Reply<'retention'>['held'];

/** Cases of which nothing is deleted while a dispute or an investigation lasts; the audit administrator places and ends them. */
export const Holds = ({ held }: { readonly held: Held }) => {
  const may = isAdmin(useMe(), 'audit-admin');
  const [ending, setEnding] = useState<Held[number] | 'new' | null>(null);
  return (
    <section aria-label="保全" className="admin-part">
      <h2>保全中的办件和条目</h2>
      {held.length === 0 ? (
        <p className="soft">没有保全中的办件和条目。</p>
      ) : (
        <DataTable
          label="保全中的办件和条目"
          rows={held}
          keyOf={(row) => row.id}
          columns={[
            { key: 'number', label: '编号', cell: (row) => row.number },
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
      {may ? <Button onPress={() => setEnding('new')}>保全一件</Button> : null}
      {ending === null ? null : <HoldSheet hold={ending} onClose={() => setEnding(null)} />}
    </section>
  );
};

const NUMBER = {
  number: text('编号', {
    max: 80,
    required: true,
    width: 12,
    help: '办件编号；台账条目填清单上的名称和编号',
  }),
};
const REASON = {
  reason: text('原因', {
    max: 500,
    lines: 2,
    required: true,
    pattern: { regex: '[\\s\\S]{2,}', hint: '至少两个字' },
  }),
};
const HOLD = { ...NUMBER, ...REASON };

const HoldSheet = ({
  hold,
  onClose,
}: {
  readonly hold: Held[number] | 'new';
  readonly onClose: () => void;
}) =>
  hold === 'new' ? (
    <FormDialog
      title="保全一件"
      verb="保全"
      write="placeHold"
      refresh={['retention']}
      about=""
      fields={HOLD}
      input={({ number = '', reason = '' }) => ({ body: { number, reason } })}
      said="已保全"
      onClose={onClose}
    />
  ) : (
    <FormDialog
      title={`解除保全：${hold.number}`}
      verb="解除"
      write="endHold"
      refresh={['retention']}
      about={hold.id}
      fields={REASON}
      input={({ reason = '' }) => ({ params: { id: hold.id }, body: { reason } })}
      said="已解除"
      onClose={onClose}
    />
  );
