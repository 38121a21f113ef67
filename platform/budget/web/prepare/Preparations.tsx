import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge, Button, DataTable, instantShort } from '@zhitongche/ui';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { BeginDialog } from './BeginDialog.tsx';

type Row = Reply<'preparations'>[number];

const STATES: Readonly<Record<string, string>> = {
  completed: '已公开',
  cancelled: '已撤销',
  refused: '不予同意',
};

/** Budgets under preparation, and the way to begin one. */
export const Preparations = ({ writer }: { readonly writer: boolean }) => {
  const { data = [] } = useRead('preparations', {});
  const [asking, setAsking] = useState(false);
  if (data.length === 0 && !writer) return null;
  return (
    <section className="card stack" aria-labelledby="preparing">
      <div className="row">
        <h2 id="preparing" className="grow">
          编制预算
        </h2>
        {writer ? (
          <Button variant="primary" icon="plus" onPress={() => setAsking(true)}>
            编制下一年度预算
          </Button>
        ) : null}
      </div>
      {data.length === 0 ? (
        <p className="soft">
          还没有编制中的预算。从上年公开的预算、读入的 Excel 文件或空表开始，两上两下直到公开。
        </p>
      ) : (
        <DataTable label="编制中的预算" rows={data} keyOf={(row) => row.id} columns={COLUMNS} />
      )}
      {asking ? <BeginDialog onClose={() => setAsking(false)} /> : null}
    </section>
  );
};

const COLUMNS: Parameters<typeof DataTable<Row>>[0]['columns'] = [
  {
    key: 'department',
    label: '部门和年度',
    cell: (row) => (
      <Link to="/desk/budget/prepare/$id" params={{ id: row.id }}>
        {row.department} {row.year}年
      </Link>
    ),
  },
  {
    key: 'step',
    label: '环节',
    cell: (row) => (
      <Badge tone={row.status === 'completed' ? 'ok' : 'info'}>{STATES[row.status] ?? row.step ?? ''}</Badge>
    ),
  },
  { key: 'saved', label: '最近保存', cell: (row) => `${row.savedBy} ${instantShort(row.savedAt)}` },
];
