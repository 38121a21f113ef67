import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readList, useRead } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, Empty, Endless, PageHeader, SearchBox } from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { NewAccountDialog } from './NewAccountDialog.tsx';
import { PeopleTable } from './PeopleTable.tsx';

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
      <Endless
        pages={list}
        shown={people.length}
        total={list.data?.pages[0]?.total}
        none={<Empty icon="users" title="没有符合条件的账户" />}
      >
        <PeopleTable
          people={people}
          acts={(p) => (
            <>
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
            </>
          )}
        />
      </Endless>
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
