import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { readList } from '@zhitongche/contract/web';
import { Button, Empty, Endless, PageHeader, SearchBox } from '@zhitongche/ui';
import { AuditTable } from './AuditTable.tsx';
import { type AuditSearch, readAuditSearch } from './audit-search.ts';
import { ACTION_GROUPS } from './audit-words.ts';
import { VerifyChains } from './VerifyChains.tsx';

/** The audit log: who did what, when, from where; read by the audit administrator alone. */
export const AuditPage = () => {
  const search = readAuditSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const go = (next: AuditSearch): void =>
    void navigate({ to: '/admin/audit', search: readAuditSearch({ ...next }), replace: true });
  const list = useInfiniteQuery(readList('auditLog', { query: { ...search } }));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(search).length > 0;
  return (
    <div className="admin-page">
      <PageHeader
        title="审计日志"
        intro="记录分批封签，每一封都带有前一封的摘要；改动或删除任何一行都会被发现。"
      />
      <VerifyChains />
      <div className="admin-tools">
        <SearchBox
          label="搜索人员、对象、来源地址"
          value={search.q ?? ''}
          onSearch={(q) => go({ ...search, q })}
          hotkey
        />
        <select
          className="input admin-pick"
          aria-label="按动作筛选"
          value={search.action ?? ''}
          onChange={(e) => go({ ...search, action: e.target.value })}
        >
          <option value="">全部动作</option>
          {Object.entries(ACTION_GROUPS).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
        <label className="admin-span">
          从
          <input
            type="date"
            className="input"
            max={search.until}
            value={search.from ?? ''}
            onChange={(e) => go({ ...search, from: e.target.value })}
          />
        </label>
        <label className="admin-span">
          到
          <input
            type="date"
            className="input"
            min={search.from}
            value={search.until ?? ''}
            onChange={(e) => go({ ...search, until: e.target.value })}
          />
        </label>
        {filtered ? (
          <Button variant="quiet" icon="close" onPress={() => go({})}>
            清除条件
          </Button>
        ) : null}
      </div>
      <Endless
        pages={list}
        shown={rows.length}
        total={list.data?.pages[0]?.total}
        none={
          <Empty
            icon="search"
            title={filtered ? '没有符合条件的记录' : '还没有记录'}
            text={filtered ? '换个日期范围或关键词。' : '有人登录或办理后，这里会出现记录。'}
          />
        }
      >
        <AuditTable rows={rows} onLookFor={(q) => go({ ...search, q })} />
      </Endless>
    </div>
  );
};
