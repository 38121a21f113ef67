import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readList, useRead } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import {
  Badge,
  Button,
  DataTable,
  Empty,
  ErrorState,
  PageHeader,
  Pager,
  SearchBox,
  Skeleton,
  instantShort,
} from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import type { Account } from './account.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { NewAccountDialog } from './NewAccountDialog.tsx';

const STATUS = {
  active: ['正常', 'ok'],
  disabled: ['已停用', 'idle'],
  locked: ['已锁定', 'danger'],
} as const;

/** Accounts: the system administrator keeps them, the security administrator says what each may do. */
export const PeoplePage = () => {
  const me = useMe();
  const system = isAdmin(me, 'system-admin');
  const security = isAdmin(me, 'security-admin');
  const [q, setQ] = useState('');
  const [org, setOrg] = useState('');
  const [open, setOpen] = useState<{ what: 'account' | 'grants' | 'new'; id: string } | null>(null);
  const orgs = useRead('orgs', {});
  const list = useInfiniteQuery(
    readList('accounts', { query: { ...(q === '' ? {} : { q }), ...(org === '' ? {} : { org }) } }),
  );
  const people = list.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = people.find((p) => p.id === open?.id);
  return (
    <div className="admin-page">
      <PageHeader title="账户" intro="开户和授权分开：系统管理员开户，安全管理员授予角色并由系统管理员确认。">
        {system ? (
          <Button variant="primary" icon="plus" onPress={() => setOpen({ what: 'new', id: '' })}>
            新建账户
          </Button>
        ) : null}
      </PageHeader>
      <div className="admin-tools">
        <SearchBox label="搜索姓名或用户名" value={q} onSearch={setQ} hotkey />
        <select
          className="input admin-pick"
          aria-label="按机构筛选"
          value={org}
          onChange={(e) => setOrg(e.target.value)}
        >
          <option value="">全部机构</option>
          {(orgs.data ?? []).map((o) => (
            <option key={o.id} value={o.id}>
              {o.name}
            </option>
          ))}
        </select>
      </div>
      {list.isPending ? (
        <Skeleton lines={8} shape="rows" />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : people.length === 0 ? (
        <Empty icon="users" title="没有符合条件的账户" />
      ) : (
        <>
          <DataTable
            label="账户"
            rows={people}
            keyOf={(p) => p.id}
            columns={[
              { key: 'name', label: '姓名', tight: true, cell: (p) => p.name },
              { key: 'username', label: '用户名', cell: (p) => <code>{p.username}</code> },
              { key: 'org', label: '机构', cell: (p) => p.orgName },
              {
                key: 'status',
                label: '状态',
                cell: (p) => (
                  <>
                    <Badge tone={STATUS[p.status][1]}>{STATUS[p.status][0]}</Badge>
                    {p.totp ? <Badge tone="info">动态口令</Badge> : null}
                  </>
                ),
              },
              { key: 'grants', label: '角色', cell: (p) => <GrantWords account={p} /> },
              {
                key: 'last',
                label: '最近登录',
                cell: (p) => (p.lastLogin === null ? '从未' : instantShort(p.lastLogin)),
              },
              {
                key: 'do',
                label: '操作',
                cell: (p) => (
                  <span className="admin-acts">
                    {system ? (
                      <Button size="small" onPress={() => setOpen({ what: 'account', id: p.id })}>
                        管理
                      </Button>
                    ) : null}
                    {security ? (
                      <Button size="small" onPress={() => setOpen({ what: 'grants', id: p.id })}>
                        角色
                      </Button>
                    ) : null}
                  </span>
                ),
              },
            ]}
          />
          <Pager
            shown={people.length}
            total={list.data?.pages[0]?.total}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
      {open?.what === 'new' ? (
        <NewAccountDialog orgs={orgs.data ?? []} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === 'account' && chosen ? (
        <AccountDialog account={chosen} orgs={orgs.data ?? []} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === 'grants' && chosen ? (
        <GrantDialog account={chosen} orgs={orgs.data ?? []} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
};

const GRANT_STATUS = { active: '', pending: '（待确认）', revoking: '（收回中）' } as const;

/** The roles of an account in words. */
const GrantWords = ({ account }: { readonly account: Account }) =>
  account.grants.length === 0 ? (
    <span className="soft">没有角色</span>
  ) : (
    <ul>
      {account.grants.map((g) => (
        <li key={g.id}>
          {g.roleName}
          <span className="soft">
            {' '}
            {g.orgName}
            {GRANT_STATUS[g.status]}
          </span>
        </li>
      ))}
    </ul>
  );
