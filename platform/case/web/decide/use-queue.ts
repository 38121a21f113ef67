import { useInfiniteQuery } from '@tanstack/react-query';
import { useMe } from '@zhitongche/shell/web';
import { type Queue, queueOf } from './queue.ts';
import { inboxList } from '../inbox/use-inbox.ts';

/** The same of the reader's own inbox, as it is kept for its page; `left`: where the case stood before it was decided. */
export const useQueue = (id: string, left?: number): Queue => {
  const me = useMe();
  const { data } = useInfiniteQuery(inboxList(me.id, {}));
  const rows = data?.pages.flatMap((page) => page.value.items) ?? [];
  return { ...queueOf(rows, id, left), total: data?.pages[0]?.value.total?.n ?? rows.length };
};
