import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { call, type Reply, readKept, type Read } from '@zhitongche/contract/web';
import { useMe, onNews } from '@zhitongche/shell/web';
import type { CaseRow } from '@zhitongche/contract';
import { type InboxSearch, inboxQuery } from './inbox-search.ts';
import { mergeLive } from './merge-live.ts';
import { type Unit, unitsSeen } from './units-seen.ts';

/** Rows asked for at once. */
const PAGE = 100;
/** Rows looked at when there is news; the server's most. */
const NEWS = 200;

/** The inbox as the server lists it, page by page; readable without a network. */
export const inboxList = (account: string, search: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: ['list', 'inbox', account, inboxQuery(search, PAGE)],
    queryFn: ({ signal, pageParam }): Promise<Read<Reply<'inbox'>>> => {
      const asked = inboxQuery(search, PAGE);
      return readKept(
        account,
        'inbox',
        pageParam === '' ? asked : { query: { ...asked.query, cursor: pageParam } },
        signal,
      );
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.value.next ?? undefined,
    // Without this the library would not even try while offline, and never reach what is kept.
    networkMode: 'always',
  });

/** The inbox on screen: rows that stay where they are, and what has happened since. */
export const useInbox = (search: InboxSearch) => {
  const me = useMe();
  const client = useQueryClient();
  const { open: _, ...asked } = search;
  const key = JSON.stringify(asked);
  const options = inboxList(me.id, search);
  const query = useInfiniteQuery(options);
  const [news, setNews] = useState<{ key: string; rows: readonly CaseRow[]; complete: boolean } | null>(null);
  useEffect(
    () =>
      onNews(() => {
        const asked = inboxQuery(JSON.parse(key), NEWS);
        call('inbox', asked).then(
          (page) => setNews({ key, rows: page.items, complete: page.next === null }),
          // No news is shown as no news: the list says itself when it is old.
          () => undefined,
        );
      }),
    [key],
  );
  const pages = query.data?.pages;
  const list = useMemo(() => {
    const rows = pages?.flatMap((page) => page.value.items) ?? [];
    return news === null || news.key !== key
      ? mergeLive(rows, rows, true)
      : mergeLive(rows, news.rows, news.complete);
  }, [pages, news, key]);
  // Narrowed to one unit the list holds no other: those met before stay on offer.
  const [units, setUnits] = useState<readonly Unit[]>([]);
  const met = unitsSeen(units, list.rows);
  if (met !== units) setUnits(met);
  const refresh = async (): Promise<void> => {
    setNews(null);
    await client.resetQueries({ queryKey: options.queryKey });
  };
  return {
    ...list,
    /** Filing units met in this list, to narrow it to. */
    units: met,
    total: pages?.[0]?.value.total,
    /** Set while the list comes from this device. */
    savedAt: pages?.find((page) => page.savedAt !== null)?.savedAt ?? null,
    query,
    refresh,
  };
};
