import { Badge, DataTable, instantShort } from '@zhitongche/ui';
import type { ReactNode } from 'react';
import type { Account } from './account.ts';

const STATUS = {
  active: ['正常', 'ok'],
  disabled: ['已停用', 'idle'],
  locked: ['已锁定', 'danger'],
} as const;

/** Accounts line by line: who, where, in which state, with which roles. */
export const PeopleTable = ({
  people,
  acts,
}: {
  readonly people: readonly Account[];
  /** Buttons at the end of a line. */
  readonly acts: (account: Account) => ReactNode;
}) => (
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
      { key: 'do', label: '操作', cell: (p) => <span className="admin-acts">{acts(p)}</span> },
    ]}
  />
);

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
