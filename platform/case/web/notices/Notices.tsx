import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Reply, readList, useWrite } from '@zhitongche/contract/web';
import { Button, cx, Empty, Endless, instantShort, PageHeader } from '@zhitongche/ui';
import './Notices.css';

type Notice = Reply<'notices'>['items'][number];

/** Where a case and a kept row are shown, in either shell. */
const WAYS = {
  hall: { case: '/hall/cases/$case', row: '/hall/kept/$register/$row' },
  desk: { case: '/desk/cases/$case', row: '/desk/kept/$register/$row' },
} as const;

/** Messages to me, the latest first; each leads to its case or its row. */
export const Notices = ({
  shell,
  none,
}: {
  readonly shell: keyof typeof WAYS;
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
            <Line key={n.id} notice={n} shell={shell} onOpen={() => mark(n.read ? [] : [n.id])} />
          ))}
        </ul>
      </Endless>
    </>
  );
};

const Line = ({
  notice: { case: about, row, text, read, at },
  shell,
  onOpen,
}: {
  readonly notice: Notice;
  readonly shell: keyof typeof WAYS;
  readonly onOpen: () => void;
}) => (
  <li className={cx('notice-line', !read && 'notice-unread')}>
    <span className="notice-text">
      {about !== null ? (
        <Link to={WAYS[shell].case} params={{ case: about }} onClick={onOpen}>
          {text}
        </Link>
      ) : row !== null ? (
        <Link to={WAYS[shell].row} params={{ register: row.register, row: row.id }} onClick={onOpen}>
          {text}
        </Link>
      ) : (
        text
      )}
      {read ? null : <span className="visually-hidden">（未读）</span>}
    </span>
    <time className="soft" dateTime={at}>
      {instantShort(at)}
    </time>
  </li>
);
