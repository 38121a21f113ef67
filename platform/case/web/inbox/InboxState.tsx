import type { ReactNode } from 'react';
import { Button, Empty, ErrorState, Icon, Notice, Skeleton, instantShort } from '@zhitongche/ui';
import { filterCount, type InboxSearch, type InboxTab } from './inbox-search.ts';
import type { useInbox } from './use-inbox.ts';

const NOTHING: Readonly<Record<InboxTab, { title: string; text: string }>> = {
  todo: { title: '待办已清空', text: '轮到您办理的件会出现在这里，快到期的排在前面。' },
  done: { title: '还没有办过件', text: '您同意、退回或转办过的件会留在这里，随时可查。' },
  copied: { title: '没有抄送给您的件', text: '同事把件抄送给您后会出现在这里，只需阅知。' },
  watch: { title: '没有在办的件', text: '您能查看的、还没有办结的件会出现在这里。' },
  all: { title: '没有您能查看的件', text: '您权限范围内的件会出现在这里。' },
};

/** What stands in place of the list while it loads, when it failed, and when it is empty; news and age above it. */
export const InboxState = ({
  inbox,
  search,
  onSearch,
  children,
}: {
  readonly inbox: ReturnType<typeof useInbox>;
  readonly search: InboxSearch;
  readonly onSearch: (search: InboxSearch) => void;
  readonly children: ReactNode;
}) => {
  const { query, rows, arrived, gone, savedAt, refresh } = inbox;
  const tab = search.tab ?? 'todo';
  const newer = arrived.length + gone.size;
  return (
    <>
      {savedAt === null ? null : (
        <Notice tone="warn">
          没有网络，显示的是 {instantShort(savedAt)} 的列表。打开过的办件仍可查看和办理，联网后自动发送。
        </Notice>
      )}
      <output className="inbox-status">
        {newer > 0 ? (
          <button type="button" className="inbox-news" onClick={() => void refresh()}>
            <Icon name="refresh" size="s" />
            {arrived.length > 0 ? `新到 ${arrived.length} 件` : ''}
            {arrived.length > 0 && gone.size > 0 ? '，' : ''}
            {gone.size > 0 ? `${gone.size} 件已不在此列` : ''}，点此显示最新
          </button>
        ) : null}
      </output>
      {query.isPending ? (
        <Skeleton lines={8} shape="rows" />
      ) : query.isError && rows.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        filterCount(search) > 0 ? (
          <Empty icon="search" title="没有符合条件的件" text="可以放宽条件，或到“全部”里找。">
            <Button onPress={() => onSearch({ tab })}>清除条件</Button>
            {tab === 'all' ? null : (
              <Button onPress={() => onSearch({ ...search, tab: 'all' })}>在全部中找</Button>
            )}
          </Empty>
        ) : (
          <Empty
            icon={tab === 'todo' ? 'check-circle' : 'inbox'}
            title={NOTHING[tab].title}
            text={NOTHING[tab].text}
          />
        )
      ) : (
        children
      )}
    </>
  );
};
