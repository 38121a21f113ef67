import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readList, useWrite } from '@zhitongche/contract/web';
import { Button, cx, Empty, ErrorState, PageHeader, Pager, Skeleton, instantShort } from '@zhitongche/ui';
import './NoticesPage.css';

/** Messages to me, the latest first; each leads to its case. */
export const NoticesPage = () => {
  const list = useInfiniteQuery(readList('notices', {}));
  const read = useWrite('readNotices', ['notices', 'inboxCounts']);
  const notices = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = notices.filter((n) => !n.read).map((n) => n.id);
  const mark = (ids: readonly string[]): void => {
    if (ids.length > 0) read.mutate({ body: { ids: ids.slice(0, 200) } });
  };
  return (
    <div className="desk-page">
      <PageHeader title="消息">
        {unread.length > 0 ? (
          <Button icon="check" pending={read.isPending} onPress={() => mark(unread)}>
            全部标为已读（{unread.length}）
          </Button>
        ) : null}
      </PageHeader>
      {list.isPending ? (
        <Skeleton lines={6} shape="rows" />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : notices.length === 0 ? (
        <Empty
          icon="bell"
          title="没有消息"
          text="有件转到您手里、被催办、快到期或有人抄送时，会在这里提醒。"
        />
      ) : (
        <>
          <ul className="notices">
            {notices.map((n) => (
              <li key={n.id} className={cx('notice-row', !n.read && 'notice-row-unread')}>
                <span className="grow">
                  {n.case === null ? (
                    n.text
                  ) : (
                    <Link
                      to="/desk/cases/$case"
                      params={{ case: n.case }}
                      onClick={() => mark(n.read ? [] : [n.id])}
                    >
                      {n.text}
                    </Link>
                  )}
                  {n.read ? null : <span className="visually-hidden">（未读）</span>}
                </span>
                <time className="soft" dateTime={n.at}>
                  {instantShort(n.at)}
                </time>
              </li>
            ))}
          </ul>
          <Pager
            shown={notices.length}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
};
