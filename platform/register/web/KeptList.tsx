import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Reply } from '@zhitongche/contract/web';
import { nounOf, orderedBy, type RegisterKind } from '@zhitongche/register';
import { Empty, ErrorState, Pager, Skeleton, useKeys, usePhone, useWide, VirtualRows } from '@zhitongche/ui';
import type { RowLine } from './columns.ts';
import { withHeads } from './due-groups.ts';
import { GroupedRows } from './GroupedRows.tsx';
import { isGrouped, isNarrowed, type KeptSearch, narrowing, withSet } from './kept-search.ts';
import { useWays } from './kept-ways.ts';
import { PhoneRow } from './PhoneRow.tsx';
import type { Picking } from './RowLineView.tsx';
import { RowsGrid } from './RowsGrid.tsx';
import { useLook } from './use-look.ts';
import type { useRows } from './use-rows.ts';
import './KeptList.css';

interface ListProps {
  readonly kind: RegisterKind;
  readonly counts: Reply<'keptStages'>;
  readonly list: ReturnType<typeof useRows>;
  /** Keys of the columns shown. */
  readonly shown: readonly string[];
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
  /** Rows being chosen, where they are. */
  readonly picking?: Picking | undefined;
}

/** The rows of a register: a grid with keyboard where there is room, cards on the phone. */
export const KeptList = (props: ListProps) => {
  const phone = usePhone();
  const { kind, list, search } = props;
  const { rows, query } = list;
  const grouped = isGrouped(search, phone);
  if (query.isPending && !grouped) return <Skeleton lines={8} shape={phone ? 'cards' : 'rows'} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0 && !grouped) return <Nothing kind={kind} search={search} />;
  return phone ? <PhoneList kind={kind} rows={rows} query={query} /> : <WideList {...props} />;
};

const Nothing = ({ kind, search }: Pick<ListProps, 'kind' | 'search'>) =>
  isNarrowed(search) ? (
    <Empty icon="search" title="没有符合条件的" text="换个词试试，或去掉筛选。" />
  ) : search.order === 'due' ? (
    <Empty icon="check-circle" title="没有到期事项" text="有日期要管的，到时会排在这里。" />
  ) : (
    <Empty icon="table" title={`还没有${nounOf(kind)}`} text={kind.what} />
  );

const PhoneList = ({
  kind,
  rows,
  query,
}: Pick<ListProps, 'kind'> & Pick<ListProps['list'], 'rows' | 'query'>) => (
  <>
    <VirtualRows
      label={kind.name}
      items={rows}
      keyOf={(row) => row.id}
      estimate={96}
      row={(row: RowLine) => <PhoneRow kind={kind} row={row} />}
    />
    <Pager
      shown={rows.length}
      more={query.hasNextPage}
      loading={query.isFetchingNextPage}
      onMore={() => void query.fetchNextPage()}
    />
  </>
);

const WideList = ({ kind, counts, list: { rows, query }, shown, search, onSearch, picking }: ListProps) => {
  const wide = useWide();
  const ways = useWays();
  const navigate = useNavigate();
  const grouped = isGrouped(search, false);
  const box = useRef<HTMLDivElement>(null);
  const own = useLook(kind, shown, kind.stages !== undefined && !grouped, box);
  const look = { ...own, picking };
  const [at, setAt] = useState(search.open);
  const [pointed, setPointed] = useState<string>();
  const groups = useRef(new Map<string, readonly string[]>());
  const onIds = useCallback(
    (stage: string, ids: readonly string[]): void => void groups.current.set(stage, ids),
    [],
  );
  const page = (id: string): void =>
    void navigate({ to: ways.row, params: { register: kind.code, row: id } });
  const show = (id: string): void => {
    setAt(id);
    setPointed(id);
    if (wide) onSearch(withSet(search, 'open', id));
    else page(id);
  };
  const step = (by: 1 | -1): void => {
    const ids = grouped
      ? counts.stages.flatMap(({ stage }) => groups.current.get(stage) ?? [])
      : rows.map(({ id }) => id);
    const i = at === undefined ? -1 : ids.indexOf(at);
    const next = ids[i === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, i + by))];
    if (next === undefined) return;
    setAt(next);
    setPointed(next);
    if (search.open !== undefined) onSearch(withSet(search, 'open', next));
  };
  useKeys((key) => {
    if (key === 'j' || key === 'ArrowDown') step(1);
    else if (key === 'k' || key === 'ArrowUp') step(-1);
    else if (key === 'v' && at !== undefined) show(at);
    else if ((key === 'Enter' || key === 'o') && at !== undefined) page(at);
    else if (key === 'Escape' && search.open !== undefined) onSearch(withSet(search, 'open', undefined));
    else return false;
    return true;
  });
  const by = search.order ?? (search.retired ? undefined : orderedBy(kind));
  const items = useMemo(() => withHeads(rows, by, look.today), [rows, by, look.today]);
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return grouped ? (
    <GroupedRows
      label={kind.name}
      stages={counts.stages}
      search={narrowing(search)}
      look={look}
      at={at}
      pointed={pointed}
      box={box}
      onShow={show}
      onIds={onIds}
    />
  ) : (
    <RowsGrid
      label={kind.name}
      items={items}
      look={look}
      at={at}
      box={box}
      onShow={show}
      more={query.hasNextPage}
      loadingMore={query.isFetchingNextPage}
      onMore={more}
    />
  );
};
