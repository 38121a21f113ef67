import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readList, useWrite } from '@zhitongche/contract/web';
import { Button, Empty, ErrorState, instantShort, PageHeader, Pager, Skeleton } from '@zhitongche/ui';
import './NoticesPage.css';

/** Messages to me about my cases, newest first. */
export const NoticesPage = () => {
  const list = useInfiniteQuery(readList('notices', {}));
  const read = useWrite('readNotices', ['notices', 'inboxCounts']);
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  const unread = items.filter((n) => !n.read).map((n) => n.id);
  return (
    <>
      <PageHeader title="消息">
        {unread.length > 0 ? (
          <Button
            icon="check"
            pending={read.isPending}
            onPress={() => read.mutate({ body: { ids: unread.slice(0, 200) } })}
          >
            全部标为已读
          </Button>
        ) : null}
      </PageHeader>
      {list.isPending ? (
        <Skeleton lines={5} shape="rows" />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <Empty icon="bell" title="没有消息" text="受理、补正、办结等消息会出现在这里。" />
      ) : (
        <>
          <ul className="notices">
            {items.map((n) => (
              <li key={n.id} className={n.read ? 'notice-line' : 'notice-line notice-unread'}>
                {n.read ? null : <span className="visually-hidden">未读</span>}
                {n.case ? (
                  <Link
                    to="/hall/cases/$case"
                    params={{ case: n.case }}
                    onClick={() => (n.read ? undefined : read.mutate({ body: { ids: [n.id] } }))}
                  >
                    {n.text}
                  </Link>
                ) : (
                  <span>{n.text}</span>
                )}
                <time className="soft" dateTime={n.at}>
                  {instantShort(n.at)}
                </time>
              </li>
            ))}
          </ul>
          <Pager
            shown={items.length}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  );
};
