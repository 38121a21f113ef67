import { useInfiniteQuery } from '@tanstack/react-query';
import type { Json } from '@zhitongche/base';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { readList, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import {
  Button,
  Check,
  DataTable,
  dayText,
  Empty,
  Endless,
  PageHeader,
  PopoverButton,
  SearchBox,
} from '@zhitongche/ui';
import { loadHidden, storeHidden, withColumn } from './register-columns.ts';
import { type RegisterSearch, readRegisterSearch } from './register-search.ts';
import './RegisterPage.css';

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
  return <Register key={register} register={register} />;
};

const Register = ({ register }: { readonly register: string }) => {
  const search = readRegisterSearch(useSearch({ strict: false }));
  const { q } = search;
  const navigate = useNavigate();
  const me = useMe();
  const [hidden, setHidden] = useState(() => loadHidden(me.id, register));
  const go = (next: RegisterSearch): void =>
    void navigate({
      to: '/insight/registers/$register',
      params: { register },
      search: readRegisterSearch({ ...next }),
      replace: true,
    });
  const list = useInfiniteQuery(
    readList('register', { params: { register }, query: { limit: PAGE, ...search } }),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const about = list.data?.pages[0];
  const columns = about?.columns ?? [];
  const filtered = Object.keys(search).length > 0;
  return (
    <div className="desk-page stack">
      <PageHeader title={about?.title ?? '台账'} back={{ to: '/insight/registers', label: '全部台账' }} />
      <div className="row register-tools">
        <SearchBox
          label="搜索台账"
          value={q ?? ''}
          hotkey
          onSearch={(words) => go({ ...search, q: words })}
        />
        {search.from === undefined && search.until === undefined ? null : (
          <Button variant="quiet" icon="close" onPress={() => go(q === undefined ? {} : { q })}>
            {search.from === undefined ? '' : `${dayText(search.from)}起`}
            {search.until === undefined ? '' : `至${dayText(search.until)}`}
          </Button>
        )}
        <PopoverButton label="显示列" icon="settings" variant="quiet">
          {columns.map((c) => (
            <Check
              key={c.key}
              checked={!hidden.has(c.key)}
              onChange={(shown) => {
                const next = withColumn(
                  columns.map((each) => each.key),
                  hidden,
                  c.key,
                  shown,
                );
                setHidden(next);
                storeHidden(me.id, register, next);
              }}
            >
              {c.label}
            </Check>
          ))}
        </PopoverButton>
      </div>
      <Endless
        pages={list}
        shown={rows.length}
        total={total}
        none={
          <Empty
            icon={filtered ? 'search' : 'table'}
            title={filtered ? '没有符合条件的记录' : '还没有记录'}
            text={filtered ? '换个词试试，或清空条件。' : '有办件办结后，这里会自动出现记录。'}
          />
        }
      >
        <DataTable
          label={about?.title ?? '台账'}
          rows={rows}
          keyOf={rowKey}
          columns={columns
            .filter((c) => !hidden.has(c.key))
            .map((c) => ({
              key: c.key,
              label: c.label,
              figure: typeof rows[0]?.[c.key] === 'number',
              tight: rows.every((row) => cellText(row[c.key], c.words).length <= TIGHT),
              cell: (row: Row) => <Cell row={row} column={c.key} text={cellText(row[c.key], c.words)} />,
            }))}
        />
      </Endless>
    </div>
  );
};

/** A value; the number of a case opens the case. */
const Cell = ({
  row,
  column,
  text,
}: {
  readonly row: Row;
  readonly column: string;
  readonly text: string;
}) =>
  column === 'caseNumber' && typeof row['case'] === 'string' ? (
    <Link to="/desk/cases/$case" params={{ case: row['case'] }}>
      {text}
    </Link>
  ) : text.length > TIGHT ? (
    <span className="register-long">{text}</span>
  ) : (
    text
  );
