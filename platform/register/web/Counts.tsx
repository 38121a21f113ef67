import { type Reply, useRead } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { ErrorState, Notice, Skeleton } from '@zhitongche/ui';
import { columnsOf } from './columns.ts';
import { filterOptions } from './filter-options.ts';
import { type KeptSearch, rowsQuery, withFilter } from './kept-search.ts';
import './Counts.css';

interface Props {
  readonly kind: RegisterKind;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}

/** How many there are of each kind: a table whose lines are bars, every one leading to exactly its rows. */
export const Counts = ({
  kind,
  counts,
  search,
  onSearch,
}: Props & { readonly counts: Reply<'keptStages'> }) => {
  const listed = (next: KeptSearch): void => {
    const { view: _view, open: _open, ...rest } = next;
    onSearch(rest);
  };
  const narrowed =
    search.q !== undefined || search.f !== undefined || search.due !== undefined || search.retired;
  return (
    <div className="counts">
      {kind.stages && !narrowed ? (
        <CountTable
          title="阶段"
          measure={kind.measure}
          lines={counts.stages.map(({ stage, label, count }) => ({
            key: stage,
            words: label,
            count,
            onShow: () => listed({ ...search, stage }),
          }))}
        />
      ) : null}
      {columnsOf(kind)
        .filter(({ filter }) => filter)
        .map((column) => (
          <ByColumn key={column.key} kind={kind} column={column} search={search} onSearch={listed} />
        ))}
    </div>
  );
};

const ByColumn = ({
  kind,
  column,
  search,
  onSearch,
}: Props & { readonly column: ReturnType<typeof columnsOf>[number] }) => {
  const { params, query = {} } = rowsQuery(kind.code, search, 1);
  const { limit: _limit, order: _order, cursor: _cursor, ...narrowed } = query;
  const { data, error, refetch } = useRead('keptCounts', { params, query: { ...narrowed, by: column.key } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} shape="rows" />;
  if (data.rows === null)
    return (
      <section className="count-table">
        <h2>{column.label}</h2>
        <Notice>条数太多，一次数不过来；请先筛选或选一个阶段。</Notice>
      </section>
    );
  const words = new Map(filterOptions(column, {}));
  const several = column.field?.kind === 'choices';
  const told = data.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <CountTable
      title={column.label}
      measure={kind.measure}
      note={several ? '可多选，各行相加会多于总数' : ''}
      untold={several ? 0 : data.rows - told}
      lines={data.counts.map(({ value, count }) => ({
        key: value,
        words: words.get(value) ?? value,
        count,
        onShow: () => onSearch(withFilter(search, column.key, value)),
      }))}
    />
  );
};

const CountTable = ({
  title,
  measure,
  note = '',
  untold = 0,
  lines,
}: {
  readonly title: string;
  readonly measure: string;
  readonly note?: string;
  /** Rows that say nothing of it. */
  readonly untold?: number;
  readonly lines: readonly {
    readonly key: string;
    readonly words: string;
    readonly count: number;
    readonly onShow: () => void;
  }[];
}) => {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <section className="count-table">
      <h2>{title}</h2>
      {note ? <p className="soft">{note}</p> : null}
      <table>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">多少</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, words, count, onShow }) => (
            <tr key={key}>
              <th scope="row">
                <button type="button" className="count-name" onClick={onShow}>
                  {words}
                </button>
              </th>
              <td>
                <span className="count-line">
                  <span className="count-fill" style={{ width: `${(count / most) * 100}%` }} />
                </span>
                <span className="count-figure">
                  {count} {measure}
                </span>
              </td>
            </tr>
          ))}
          {untold > 0 ? (
            <tr>
              <th scope="row" className="soft">
                没有填写
              </th>
              <td>
                <span className="count-line" />
                <span className="count-figure">
                  {untold} {measure}
                </span>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
};
