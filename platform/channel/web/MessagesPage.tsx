import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { readList, useRead, useWrite } from '@zhitongche/contract/web';
import { type MessageState, MESSAGE_STATES } from '@zhitongche/channel';
import { useMe } from '@zhitongche/shell/web';
import { Async, Button, Empty, Endless, ErrorState, PageHeader, toast } from '@zhitongche/ui';
import { MessageFigures } from './MessageFigures.tsx';
import { MessageTable } from './MessageTable.tsx';

/** Those somebody must look at come first. */
const STATES: readonly MessageState[] = ['stuck', 'refused', 'queued', 'handed-over', 'expired'];

/** The queue of messages everybody in charge can see: what is connected, what has not left and why, and the way to send it again. */
export const MessagesPage = () => {
  const runs = useMe().grants.some(({ role }) => role === 'system-admin');
  const overview = useRead('messageOverview', {}, { staleTime: 0, refetchInterval: 10_000 });
  const [state, setState] = useState<MessageState | ''>('');
  const list = useInfiniteQuery(readList('messages', { query: state === '' ? {} : { state } }));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const settle = useWrite('settleMessages', ['messages', 'messageOverview']);
  const act = (ids: readonly string[], which: 'retry' | 'give-up'): void =>
    settle.mutate(
      { body: { ids: [...ids], act: which } },
      { onSuccess: ({ settled }) => toast(`${which === 'retry' ? '已重新排队' : '已放弃'} ${settled} 条`) },
    );
  const held = rows.filter((row) => row.state === 'stuck').map((row) => row.id);
  return (
    <div className="admin-page">
      <PageHeader
        title="外发消息"
        intro="发往系统之外的邮件、短信和微信。地址打码，正文密封，任何管理员都看不到；这里只看发没发出去、为什么。"
      />
      <Async query={overview}>{(seen) => <MessageFigures seen={seen} />}</Async>
      <div className="admin-tools">
        <select
          className="input admin-pick"
          aria-label="按状态筛选"
          value={state}
          onChange={(e) => setState(e.target.value as MessageState | '')}
        >
          <option value="">全部状态</option>
          {STATES.map((key) => (
            <option key={key} value={key}>
              {MESSAGE_STATES[key]}
            </option>
          ))}
        </select>
        {runs && held.length > 0 ? (
          <Button icon="refresh" pending={settle.isPending} onPress={() => act(held, 'retry')}>
            {`重发列出的 ${held.length} 条受阻消息`}
          </Button>
        ) : null}
      </div>
      {settle.error ? <ErrorState error={settle.error} /> : null}
      <Endless
        pages={list}
        shown={rows.length}
        none={
          <Empty
            icon="send"
            title={state === '' ? '还没有外发消息' : `没有${MESSAGE_STATES[state]}的消息`}
            text="有人绑定邮箱或手机、办件有了进展，这里就会出现记录。"
          />
        }
      >
        <MessageTable rows={rows} {...(runs ? { onAct: (id, which) => act([id], which) } : {})} />
      </Endless>
    </div>
  );
};
