import { useInfiniteQuery } from '@tanstack/react-query';
import type { Json } from '@zhitongche/kernel';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { readList, useRead } from '../api/queries.ts';
import type { Reply } from '../api/types.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Empty } from '../ui/Empty.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Pager } from '../ui/Pager.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

type Row = Reply<'register'>['items'][number];

/** Rows asked for at once. */
const PAGE = 100;
/** Columns whose values are all this short stay on one line. */
const TIGHT = 20;

const cellText = (value: Json | undefined, words: Readonly<Record<string, string>> = {}): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object')
    return Array.isArray(value) ? value.map((v: Json) => cellText(v, words)).join('、') : '';
  return words[String(value)] ?? String(value);
};

const rowKey = (row: Row, i: number): string => (typeof row['id'] === 'string' ? row['id'] : String(i));

/** One register with search; a table on the desk, cards on the phone. */
export const RegisterPage = () => {
  const { register = '' } = useParams({ strict: false });
  const { q }: { readonly q?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const about = useRead('registers', {}).data?.find((r) => r.key === register);
  const list = useInfiniteQuery(
    readList('register', { params: { register }, query: { limit: PAGE, ...(q === undefined ? {} : { q }) } }),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const columns = about?.columns ?? [];
  return (
    <div className="desk-page stack">
      <PageHeader title={about?.title ?? '台账'} back={{ to: '/insight/registers', label: '全部台账' }} />
      <SearchBox
        label="搜索台账"
        value={q ?? ''}
        hotkey
        onSearch={(next) =>
          void navigate({
            to: '/insight/registers/$register',
            params: { register },
            search: next === '' ? {} : { q: next },
            replace: true,
          })
        }
      />
      {list.isPending ? (
        <Skeleton lines={8} shape="rows" />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty
          icon={q === undefined ? 'table' : 'search'}
          title={q === undefined ? '还没有记录' : `没有找到“${q}”`}
          text={q === undefined ? '有办件办结后，这里会自动出现记录。' : '换个词试试，或清空搜索。'}
        />
      ) : (
        <>
          <DataTable
            label={about?.title ?? '台账'}
            rows={rows}
            keyOf={rowKey}
            columns={columns.map((c) => ({
              key: c.key,
              label: c.label,
              figure: typeof rows[0]?.[c.key] === 'number',
              tight: rows.every((row) => cellText(row[c.key], c.words).length <= TIGHT),
              cell: (row: Row) => cellText(row[c.key], c.words),
            }))}
          />
          <Pager
            shown={rows.length}
            total={total}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
};
