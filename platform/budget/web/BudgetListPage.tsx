import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  messageOf,
  FileDrop,
  Async,
  Badge,
  DataTable,
  Empty,
  instantShort,
  LinkButton,
  Notice,
  PageHeader,
} from '@zhitongche/ui';
import { useRead, type Reply, upload } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Preparations } from './prepare/Preparations.tsx';
import { writesBudgets } from './budget-roles.ts';

type Row = Reply<'disclosures'>[number];

/** Budgets of the office: read a published file, go on with what was begun, see what is public. */
export const BudgetListPage = () => {
  const writer = writesBudgets(useMe());
  const list = useRead('disclosures', {});
  return (
    <div className="desk-page stack">
      <PageHeader
        title="部门预算"
        intro="编制下一年度预算，两上两下直到公开；读入已经公开的部门预算，核对后作为开放数据公开。"
      >
        <LinkButton to="/open/budget" icon="globe">
          公开页面
        </LinkButton>
      </PageHeader>
      <Preparations writer={writer} />
      {writer ? <NewReading /> : null}
      {writer ? <Begun /> : null}
      <Async query={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              icon="table"
              title="还没有预算"
              text={writer ? '先上传一份已公开的预算文件。' : '财务人员存下预算后，这里会列出。'}
            />
          ) : (
            <DataTable label="部门预算" rows={rows} keyOf={(row) => row.id} columns={COLUMNS} />
          )
        }
      </Async>
    </div>
  );
};

const COLUMNS: Parameters<typeof DataTable<Row>>[0]['columns'] = [
  {
    key: 'department',
    label: '部门',
    cell: (row) => (
      <Link to="/desk/budget/$id" params={{ id: row.id }}>
        {row.department ?? '未写部门'}
      </Link>
    ),
  },
  { key: 'year', label: '年度', cell: (row) => row.year ?? '未写' },
  {
    key: 'status',
    label: '状态',
    cell: (row) => (
      <Badge tone={row.status === 'published' ? 'ok' : 'idle'}>
        {row.status === 'published' ? '已公开' : '草稿'}
      </Badge>
    ),
  },
  { key: 'open', label: '待核对', figure: true, cell: (row) => row.open },
  { key: 'bad', label: '不符', figure: true, cell: (row) => row.counts['does-not-hold'] },
  { key: 'unchecked', label: '无法核对', figure: true, cell: (row) => row.counts['cannot-be-checked'] },
  { key: 'holds', label: '相符', figure: true, cell: (row) => row.counts.holds + row.counts.rounding },
  { key: 'updated', label: '最近改动', cell: (row) => `${row.updatedBy} ${instantShort(row.updatedAt)}` },
];

type Sending =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly name: string; readonly share: number }
  | { readonly is: 'failed'; readonly name: string; readonly why: string };

const NewReading = () => {
  const navigate = useNavigate();
  const [sending, setSending] = useState<Sending>({ is: 'none' });
  const send = async (file: File): Promise<void> => {
    const { name } = file;
    setSending({ is: 'sending', name, share: 0 });
    try {
      const { id } = await upload('readBudget', {}, file, (share) =>
        setSending({ is: 'sending', name, share }),
      );
      await navigate({ to: '/desk/budget/read/$id', params: { id } });
    } catch (error) {
      setSending({ is: 'failed', name, why: messageOf(error) });
    }
  };
  return (
    <section className="card stack" aria-labelledby="new-reading">
      <h2 id="new-reading">读入一份预算</h2>
      <p className="soft">
        TXT、DOCX、XLSX 或有文字层的 PDF，不超过 50 MB。读不准的地方会逐处列出，不会替你猜。
      </p>
      <FileDrop
        label="选择或拖入预算文件"
        accept=".txt,.docx,.xlsx,.pdf"
        onFile={(file) => void send(file)}
      />
      {sending.is === 'sending' ? (
        <>
          <p aria-live="polite">正在上传 {sending.name}</p>
          <progress value={sending.share} aria-label="上传进度" />
        </>
      ) : null}
      {sending.is === 'failed' ? (
        <Notice tone="danger" live title={`${sending.name} 没有读入`}>
          {sending.why}
        </Notice>
      ) : null}
    </section>
  );
};

const STATES: Readonly<Record<string, string>> = {
  waiting: '排队中',
  reading: '读取中',
  done: '读完，待核对',
  failed: '没有读成',
};

const Begun = () => {
  const { data = [] } = useRead('budgetReadings', {}, { staleTime: 0 });
  return data.length === 0 ? null : (
    <section className="card stack stack-tight" aria-labelledby="begun">
      <h2 id="begun">读过、还没有保存的</h2>
      <ul className="stack stack-tight">
        {data.map(({ id, name, at, status }) => (
          <li key={id} className="row">
            <Link to="/desk/budget/read/$id" params={{ id }}>
              {name}
            </Link>
            <Badge tone={status === 'failed' ? 'danger' : status === 'done' ? 'warn' : 'info'}>
              {STATES[status]}
            </Badge>
            <span className="soft">{instantShort(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
