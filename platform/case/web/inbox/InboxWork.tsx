import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useOpenAhead } from '../case/open-ahead.ts';
import { BatchBar } from './BatchBar.tsx';
import { CURSOR_START, type CursorMove, type InboxCursor, moveCursor, settleCursor } from './inbox-cursor.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { InboxGrid } from './InboxGrid.tsx';
import type { useInbox } from './use-inbox.ts';

/** The rows with cursor, selection and keys; what moves often stays in here, so that the rest of the page rests. */
export const InboxWork = ({
  inbox,
  columns,
  open,
  onOpen,
  onHelp,
}: {
  readonly inbox: ReturnType<typeof useInbox>;
  readonly columns: readonly string[];
  /** Case read beside the list. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly onHelp: () => void;
}) => {
  const navigate = useNavigate();
  const { rows, gone, query } = inbox;
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const [cursor, setCursor] = useState<InboxCursor>(() =>
    open === undefined ? CURSOR_START : { ...CURSOR_START, at: open },
  );
  const [before, setBefore] = useState(ids);
  if (before !== ids) {
    setBefore(ids);
    setCursor(settleCursor(cursor, before, ids));
  }
  const openAhead = useOpenAhead();
  const ahead = (id: string): void => {
    const row = rows.find((one) => one.id === id);
    if (row) openAhead(row);
  };
  const page = (id: string): void => {
    ahead(id);
    void navigate({ to: '/desk/cases/$case', params: { case: id } });
  };
  // Keys may come faster than the page redraws: each builds on the one before.
  const move = (step: CursorMove): void => setCursor((now) => moveCursor(now, step, ids));
  const follow = useEffectEvent(onOpen);
  const { at } = cursor;
  const beside = open !== undefined;
  useEffect(() => {
    if (beside && at !== null) follow(at);
  }, [at, beside]);
  useInboxKeys({
    cursor,
    ids,
    beside,
    move,
    onPage: page,
    onOpen,
    onHelp,
    onRefresh: () => void inbox.refresh(),
  });
  const chosen = rows.filter((row) => cursor.chosen.has(row.id));
  return (
    <>
      <InboxGrid
        rows={rows}
        gone={gone}
        columns={columns}
        cursor={cursor}
        onMove={move}
        onShow={beside ? onOpen : page}
        onAhead={ahead}
        more={query.hasNextPage}
        loadingMore={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
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
    </>
  );
};
