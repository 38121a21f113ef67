import { type Reply, useRead } from '@zhitongche/contract/web';
import { orderedBy, type RegisterKind } from '@zhitongche/register';
import { Button, Check, PopoverButton, SearchBox, SelectField, usePhone, useToday } from '@zhitongche/ui';
import { addDays } from '@zhitongche/base';
import type { Column, RowLine } from './columns.ts';
import { filterOptions } from './filter-options.ts';
import { daySaid } from './due-words.ts';
import {
  filterValue,
  type KeptOrder,
  type KeptSearch,
  listSought,
  ORDERS,
  withFilter,
  withSet,
} from './kept-search.ts';
import './KeptTools.css';

interface ToolsProps {
  readonly kind: RegisterKind;
  readonly columns: readonly Column[];
  /** Keys of the columns shown. */
  readonly shown: readonly string[];
  readonly onShown: (keys: readonly string[]) => void;
  /** Rows that are here: what figures they have is on offer. */
  readonly rows: readonly RowLine[];
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}

/** Search, what narrows the list, its order, and the columns shown. */
export const KeptTools = ({ kind, columns, shown, onShown, rows, search, onSearch }: ToolsProps) => {
  const phone = usePhone();
  const list = search.view === undefined;
  const own = ({ day: 'day', name: 'title', due: 'due' } as const)[orderedBy(kind)];
  const orders = Object.entries(ORDERS).filter(
    ([key]) =>
      (key !== 'day' || kind.day !== undefined) &&
      (key !== 'due' || kind.dates.length > 0) &&
      (key !== 'stage' || (kind.stages !== undefined && !phone)),
  );
  return (
    <div className="kept-tools">
      <SearchBox
        label={phone ? '查找' : '查找（按 / 键）'}
        value={search.q ?? ''}
        onSearch={(q) => onSearch(withSet(search, 'q', q))}
        hotkey
      />
      <Filters kind={kind} columns={columns} rows={rows} search={search} onSearch={onSearch} />
      {list ? (
        <>
          <select
            className="input kept-order"
            aria-label="排序"
            value={search.order ?? own}
            disabled={search.retired === true}
            onChange={(e) => onSearch(withSet(search, 'order', orderOf(e.target.value, own)))}
          >
            {orders.map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
          {phone ? null : (
            <PopoverButton label="显示列" icon="settings">
              {columns.map(({ key, label }) => (
                <Check
                  key={key}
                  checked={shown.includes(key)}
                  onChange={(on) =>
                    onShown(columns.map((c) => c.key).filter((k) => (k === key ? on : shown.includes(k))))
                  }
                >
                  {label}
                </Check>
              ))}
            </PopoverButton>
          )}
        </>
      ) : null}
      <Narrowed columns={columns} search={search} onSearch={onSearch} />
    </div>
  );
};

const orderOf = (value: string, own: KeptOrder): KeptSearch['order'] =>
  Object.hasOwn(ORDERS, value) && value !== own ? (value as KeptOrder) : undefined;

/** Days ahead one asks for what is due. */
const AHEAD = { 0: '已到期或今天', 7: '7 天内', 30: '30 天内', 90: '90 天内' } as const;

const Filters = ({
  kind,
  columns,
  rows,
  search,
  onSearch,
}: Pick<ToolsProps, 'kind' | 'columns' | 'rows' | 'search' | 'onSearch'>) => {
  const today = useToday();
  const { data: countries = [] } = useRead('table', { params: { table: 'countries' } });
  const picks = columns.filter(({ filter }) => filter);
  if (picks.length === 0 && kind.dates.length === 0) return null;
  const count = (search.f?.length ?? 0) + (search.due === undefined ? 0 : 1);
  return (
    <PopoverButton label={count > 0 ? `筛选 ${count}` : '筛选'} icon="filter">
      {picks.map((column) => (
        <ColumnFilter
          key={column.key}
          kind={kind}
          column={column}
          rows={rows}
          countries={countries}
          search={search}
          onSearch={onSearch}
        />
      ))}
      {kind.dates.length > 0 ? (
        <SelectField
          id="filter-due"
          label="到期"
          required
          value={search.due ?? ''}
          options={[
            ['', '全部'] as const,
            ...Object.entries(AHEAD).map(([days, words]) => [addDays(today, Number(days)), words] as const),
          ]}
          onChange={(value) => onSearch(withSet(search, 'due', value))}
        />
      ) : null}
    </PopoverButton>
  );
};

/** One column narrowed to one of its values; those of a figure are asked for, for nothing else names them. */
const ColumnFilter = ({
  kind,
  column,
  rows,
  countries,
  search,
  onSearch,
}: Pick<ToolsProps, 'kind' | 'rows' | 'search' | 'onSearch'> & {
  readonly column: Column;
  readonly countries: Reply<'table'>;
}) => {
  const value = filterValue(search, column.key);
  const { data } = useRead(
    'keptCounts',
    { params: { register: kind.code }, query: { by: column.key } },
    { enabled: column.field === undefined, staleTime: 60_000 },
  );
  const met = filterOptions(column, { rows, countries, chosen: value });
  const known = (data?.counts ?? []).map((one) => [one.value, one.value] as const);
  return (
    <SelectField
      id={`filter-${column.key}`}
      label={column.label}
      required
      value={value}
      options={new Map([['', '全部'], ...known, ...met])}
      onChange={(next) => onSearch(withFilter(search, column.key, next))}
    />
  );
};

/** Everything that narrows the list, each with the way to take it off. */
const Narrowed = ({ columns, search, onSearch }: Pick<ToolsProps, 'columns' | 'search' | 'onSearch'>) => {
  const today = useToday();
  const each = (search.f ?? []).flatMap((one) => {
    const [key = ''] = one.split('=', 1);
    const column = columns.find((c) => c.key === key);
    const value = one.slice(key.length + 1);
    const words = column
      ? (filterOptions(column, { chosen: value }).find(([v]) => v === value)?.[1] ?? value)
      : '';
    return column ? [{ key, words: `${column.label}：${words}`, without: withFilter(search, key, '') }] : [];
  });
  const list =
    listSought(search) === undefined
      ? []
      : [{ key: 'list', words: '一份清册', without: withSet(search, 'f', undefined) }];
  const { due: last, dueFrom: first } = search;
  const due =
    (last ?? first) === undefined
      ? []
      : [
          {
            key: 'due',
            words: `${first === undefined ? '' : `${daySaid(first, today)}起`}${last === undefined ? '' : `${daySaid(last, today)}前`}到期`,
            without: withSet(withSet(search, 'due', undefined), 'dueFrom', undefined),
          },
        ];
  const all = [...list, ...each, ...due];
  if (all.length === 0) return null;
  return (
    <div className="kept-narrowed">
      {all.map(({ key, words, without }) => (
        <Button key={key} size="small" variant="quiet" icon="close" onPress={() => onSearch(without)}>
          {words}
        </Button>
      ))}
    </div>
  );
};
