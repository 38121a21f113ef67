import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Reply, readList, useWrite } from '@zhitongche/contract/web';
import { Button, cx, Empty, Endless, instantShort, PageHeader } from '@zhitongche/ui';
import './Notices.css';

type Notice = Reply<'notices'>['items'][number];

/** Messages to me, the latest first; each leads to its case. */
export const Notices = ({
  to,
  none,
}: {
  /** Where a case is shown. */
  readonly to: '/hall/cases/$case' | '/desk/cases/$case';
  /** What will be said here, while nothing is. */
  readonly none: string;
}) => {
  const list = useInfiniteQuery(readList('notices', {}));
  const read = useWrite('readNotices', ['notices', 'inboxCounts']);
  const notices = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = notices.filter((n) => !n.read).map((n) => n.id);
  const mark = (ids: readonly string[]): void => {
    if (ids.length > 0) read.mutate({ body: { ids: ids.slice(0, 200) } });
  };
  return (
    <>
      <PageHeader title="消息">
        {unread.length > 0 ? (
          <Button icon="check" pending={read.isPending} onPress={() => mark(unread)}>
            全部标为已读（{unread.length}）
          </Button>
        ) : null}
      </PageHeader>
      <Endless pages={list} shown={notices.length} none={<Empty icon="bell" title="没有消息" text={none} />}>
        <ul className="notices">
          {notices.map((n) => (
            <Line key={n.id} notice={n} to={to} onOpen={() => mark(n.read ? [] : [n.id])} />
          ))}
        </ul>
      </Endless>
    </>
  );
};

const Line = ({
  notice: { case: about, text, read, at },
  to,
  onOpen,
}: {
  readonly notice: Notice;
  readonly to: '/hall/cases/$case' | '/desk/cases/$case';
  readonly onOpen: () => void;
}) => (
  <li className={cx('notice-line', !read && 'notice-unread')}>
    <span className="notice-text">
      {about === null ? (
        text
      ) : (
        <Link to={to} params={{ case: about }} onClick={onOpen}>
          {text}
        </Link>
      )}
      {read ? null : <span className="visually-hidden">（未读）</span>}
    </span>
    <time className="soft" dateTime={at}>
      {instantShort(at)}
    </time>
  </li>
);
