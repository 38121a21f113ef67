import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Reply, readList, useWrite } from '@zhitongche/contract/web';
import { Button, cx, Empty, Endless, instantShort, PageHeader } from '@zhitongche/ui';
import type { ReactNode } from 'react';
import { byMatter } from './by-matter.ts';
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
          {byMatter(notices).map(([newest, ...before]) => {
            const open = [newest, ...before].flatMap((n) => (n.read ? [] : [n.id]));
            return (
              <Line key={newest.id} notice={newest} shell={shell} onOpen={() => mark(open)}>
                {before.length > 0 ? <Before notices={before} /> : null}
              </Line>
            );
          })}
        </ul>
      </Endless>
    </>
  );
};

/** What was said before of the same matter, folded away. */
const Before = ({ notices }: { readonly notices: readonly Notice[] }) => (
  <details className="notice-before">
    <summary>
      此前 {notices.length} 条
      {notices.some(({ read }) => !read) ? <span className="visually-hidden">（有未读）</span> : null}
    </summary>
    <ul>
      {notices.map(({ id, text, at }) => (
        <li key={id}>
          {text} <time dateTime={at}>{instantShort(at)}</time>
        </li>
      ))}
    </ul>
  </details>
);

const Line = ({
  notice: { case: matter, about, row, text, read, at },
  shell,
  onOpen,
  children,
}: {
  readonly notice: Notice;
  readonly shell: keyof typeof WAYS;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}) => (
  <li className={cx('notice-line', !read && 'notice-unread')}>
    <span className="notice-text">
      {matter !== null ? (
        <Link to={WAYS[shell].case} params={{ case: matter }} onClick={onOpen}>
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
      {about === '' ? null : <span className="notice-about">{about}</span>}
      {children}
    </span>
    <time className="soft" dateTime={at}>
      {instantShort(at)}
    </time>
  </li>
);
