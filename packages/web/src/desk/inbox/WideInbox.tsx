import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BatchBar } from './BatchBar.tsx';
import { CURSOR_START, type CursorMove, type InboxCursor, moveCursor, settleCursor } from './inbox-cursor.ts';
import type { InboxSearch } from './inbox-search.ts';
import { InboxFilters } from './InboxFilters.tsx';
import { InboxGrid } from './InboxGrid.tsx';
import { InboxHead } from './InboxHead.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { useKeys } from './inbox-keys.ts';
import { loadColumns, storeColumns } from './columns.tsx';
import { useInbox } from './use-inbox.ts';
import { InboxState } from './InboxState.tsx';
import './Inbox.css';

const CaseBeside = lazy(() => import('../case/CaseBeside.tsx').then((m) => ({ default: m.CaseBeside })));

interface InboxProps {
  readonly search: InboxSearch;
  readonly onSearch: (search: InboxSearch) => void;
}

const without = ({ open: _open, ...rest }: InboxSearch): InboxSearch => rest;

/** The inbox on the desk: list, keyboard, selection, and a case beside it when asked. */
export const WideInbox = ({ search, onSearch }: InboxProps) => {
  const navigate = useNavigate();
  const inbox = useInbox(search);
  const { rows } = inbox;
  const ids = rows.map((row) => row.id);
  const [cursor, setCursor] = useState<InboxCursor>(CURSOR_START);
  const [columns, setColumns] = useState(loadColumns);
  const [help, setHelp] = useState(false);
  const [before, setBefore] = useState<readonly string[]>(ids);
  if (before.join() !== ids.join()) {
    setBefore(ids);
    setCursor(settleCursor(cursor, before, ids));
  }

  const beside = search.open !== undefined;
  const show = (id: string): void =>
    beside
      ? onSearch({ ...search, open: id })
      : void navigate({ to: '/desk/cases/$case', params: { case: id } });
  const move = (step: CursorMove): void => {
    const next = moveCursor(cursor, step, ids);
    setCursor(next);
    if (beside && next.at !== null && next.at !== cursor.at) onSearch({ ...search, open: next.at });
  };
  const split = (): void => {
    const id = cursor.at ?? ids[0];
    if (beside) onSearch(without(search));
    else if (id !== undefined) onSearch({ ...search, open: id });
  };
  useKeys((key, e) => {
    switch (key) {
      case 'j':
      case 'ArrowDown':
        move({ do: 'down' });
        return true;
      case 'k':
      case 'ArrowUp':
        move({ do: 'up' });
        return true;
      case 'Home':
      case 'End':
        move({ do: key === 'Home' ? 'first' : 'last' });
        return true;
      case 'Enter':
      case 'o':
        if (cursor.at === null) return false;
        void navigate({ to: '/desk/cases/$case', params: { case: cursor.at } });
        return true;
      case 'x':
        move({ do: 'toggle', through: e.shiftKey });
        return true;
      case '*':
        move({ do: 'all' });
        return true;
      case 'Escape':
        if (cursor.chosen.size > 0) move({ do: 'none' });
        else if (beside) onSearch(without(search));
        return true;
      case 'v':
        split();
        return true;
      case 'r':
        void inbox.refresh();
        return true;
      case '?':
        setHelp(true);
        return true;
      default:
        return false;
    }
  });

  const chosen = rows.filter((row) => cursor.chosen.has(row.id));
  return (
    <div className={beside ? 'inbox inbox-beside' : 'inbox'}>
      <section className="inbox-list" aria-label="收件箱">
        <InboxHead
          search={search}
          onSearch={onSearch}
          shown={rows.length}
          total={inbox.total}
          columns={columns}
          onColumns={(keys) => {
            setColumns(keys);
            storeColumns(keys);
          }}
          beside={beside}
          onBeside={split}
          onHelp={() => setHelp(true)}
        />
        <InboxFilters search={search} onChange={onSearch} />
        <InboxState inbox={inbox} search={search} onSearch={onSearch}>
          <InboxGrid
            rows={rows}
            gone={inbox.gone}
            columns={beside ? [] : columns}
            cursor={cursor}
            onMove={move}
            onShow={show}
            more={inbox.query.hasNextPage}
            loadingMore={inbox.query.isFetchingNextPage}
            onMore={() => void inbox.query.fetchNextPage()}
          />
        </InboxState>
        {chosen.length > 0 ? (
          <BatchBar
            rows={chosen}
            onClear={() => move({ do: 'none' })}
            onDone={() => {
              move({ do: 'none' });
              void inbox.refresh();
            }}
          />
        ) : null}
      </section>
      {search.open === undefined ? null : (
        <Suspense fallback={<Skeleton lines={10} />}>
          <CaseBeside key={search.open} id={search.open} onClose={() => onSearch(without(search))} />
        </Suspense>
      )}
      {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </div>
  );
};
