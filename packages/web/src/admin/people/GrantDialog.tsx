import { ROLES } from '@zhitongche/kernel';
import { useState } from 'react';
import { sentenceOf } from '../../api/problem.ts';
import { useWrite } from '../../api/queries.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { toast } from '../../ui/Toast.tsx';
import type { OrgRow } from '../orgs/org-tree.ts';
import type { Account } from './PeoplePage.tsx';

/** Gives and takes roles; what is given counts only after the system administrator has confirmed it. */
export const GrantDialog = ({
  account,
  orgs,
  onClose,
}: {
  readonly account: Account;
  readonly orgs: readonly OrgRow[];
  readonly onClose: () => void;
}) => {
  const [role, setRole] = useState('handler');
  const [org, setOrg] = useState(account.org);
  const ask = useWrite('askGrant', ['accounts', 'pendingGrants']);
  const revoke = useWrite('revokeGrant', ['accounts', 'pendingGrants']);
  const error = ask.error ?? revoke.error;
  return (
    <Dialog
      open
      title={`角色：${account.name}`}
      dismissable={false}
      onClose={onClose}
      foot={<Button onPress={onClose}>关闭</Button>}
    >
      <div className="stack">
        {account.grants.length === 0 ? <p className="soft">还没有任何角色。</p> : null}
        <ul className="stack stack-tight">
          {account.grants.map((g) => (
            <li key={g.id} className="row">
              <span className="grow">
                {g.roleName} <span className="soft">{g.orgName}</span>{' '}
                {g.status === 'active' ? null : (
                  <Badge tone="warn">{g.status === 'pending' ? '待确认' : '收回中'}</Badge>
                )}
              </span>
              <Button
                size="small"
                variant="danger"
                pending={revoke.isPending && revoke.variables?.params.id === g.id}
                onPress={() => revoke.mutate({ params: { id: g.id } }, { onSuccess: () => toast('已收回') })}
              >
                收回
              </Button>
            </li>
          ))}
        </ul>
        <form
          className="stack"
          onSubmit={(e) => {
            e.preventDefault();
            ask.mutate(
              { body: { person: account.id, role, org } },
              { onSuccess: () => toast('已提交，等待系统管理员确认') },
            );
          }}
        >
          <Field id="grant-role" label="授予角色" required>
            {(aria) => (
              <select {...aria} className="input" value={role} onChange={(e) => setRole(e.target.value)}>
                {Object.entries(ROLES).map(([key, name]) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            id="grant-org"
            label="在哪个机构"
            required
            help="省、市外办的角色管到下级；三员互斥，也不能兼任业务角色。"
          >
            {(aria) => (
              <select {...aria} className="input" value={org} onChange={(e) => setOrg(e.target.value)}>
                {orgs
                  .filter((o) => o.active)
                  .map((o) => (
                    <option key={o.id} value={o.id}>
                      {o.name}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          {error ? (
            <Notice tone="danger" live>
              {sentenceOf(error)}
            </Notice>
          ) : null}
          <Button type="submit" variant="primary" pending={ask.isPending}>
            提交授权，待确认
          </Button>
        </form>
      </div>
    </Dialog>
  );
};
