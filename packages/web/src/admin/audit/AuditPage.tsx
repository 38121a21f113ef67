import { useInfiniteQuery } from '@tanstack/react-query';
import type { Json } from '@zhitongche/kernel';
import { useState } from 'react';
import { readList } from '../../api/queries.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { KeyValues } from '../../ui/KeyValues.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { instantText } from '../../ui/format.ts';
import { VerifyChains } from './VerifyChains.tsx';

interface Filter {
  readonly q: string;
  readonly action: string;
  readonly from: string;
  readonly until: string;
}

const asked = (filter: Filter): Partial<Filter> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));

const detailItems = (detail: Json): readonly { label: string; value: string }[] =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail)
    ? Object.entries(detail).map(([label, value]) => ({
        label,
        value: typeof value === 'string' ? value : JSON.stringify(value ?? null),
      }))
    : [];

/** The audit log: who did what, when, from where; read by the audit administrator alone. */
export const AuditPage = () => {
  const [filter, setFilter] = useState<Filter>({ q: '', action: '', from: '', until: '' });
  const list = useInfiniteQuery(readList('auditLog', { query: asked(filter) }));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (change: Partial<Filter>): void => setFilter({ ...filter, ...change });
  return (
    <div className="admin-page stack">
      <PageHeader title="审计日志" intro="每一行都带有前一行的摘要，改动或删除任何一行都会被发现。" />
      <VerifyChains />
      <div className="admin-tools">
        <SearchBox label="搜索人员、对象" value={filter.q} onSearch={(q) => set({ q })} hotkey />
        <Field id="audit-action" label="动作" required>
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={64}
              placeholder="如 login"
              value={filter.action}
              onChange={(e) => set({ action: e.target.value.trim() })}
            />
          )}
        </Field>
        <Field id="audit-from" label="从" required>
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={filter.from}
              onChange={(e) => set({ from: e.target.value })}
            />
          )}
        </Field>
        <Field id="audit-until" label="到" required>
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={filter.until}
              onChange={(e) => set({ until: e.target.value })}
            />
          )}
        </Field>
      </div>
      {list.isPending ? (
        <Skeleton lines={8} shape="rows" />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty icon="search" title="没有符合条件的记录" text="换个日期范围或关键词。" />
      ) : (
        <>
          <DataTable
            label="审计日志"
            rows={rows}
            keyOf={(row) => String(row.seq)}
            columns={[
              { key: 'seq', label: '序号', figure: true, cell: (row) => row.seq },
              { key: 'at', label: '时间', cell: (row) => instantText(row.at) },
              {
                key: 'actor',
                label: '谁',
                cell: (row) => (row.behalf === null ? row.actor : `${row.actor}（代${row.behalf}）`),
              },
              { key: 'action', label: '动作', cell: (row) => <code>{row.action}</code> },
              { key: 'object', label: '对象', cell: (row) => row.object },
              {
                key: 'result',
                label: '结果',
                cell: (row) => <Badge tone={row.result === 'ok' ? 'ok' : 'warn'}>{row.result}</Badge>,
              },
              { key: 'source', label: '来源', cell: (row) => row.source },
              {
                key: 'detail',
                label: '详情',
                cell: (row) => (
                  <Hint word="查看" label={`第 ${row.seq} 条的详情`}>
                    <KeyValues
                      items={[
                        ...detailItems(row.detail),
                        { label: '摘要（SM3）', value: <code>{row.digest}</code> },
                      ]}
                    />
                  </Hint>
                ),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={list.data?.pages[0]?.total}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
};
