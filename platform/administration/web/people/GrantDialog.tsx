import { ROLES } from '@zhitongche/access';
import { useState } from 'react';
import { useWrite } from '@zhitongche/contract/web';
import { Badge, Button, ConfirmSheet, Dialog, Field, toast } from '@zhitongche/ui';
import type { OrgRow } from '../orgs/org-tree.ts';
import { Refused } from '../Refused.tsx';
import { refusedAt } from '../refused.ts';
import type { Account } from './account.ts';

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
  const [taking, setTaking] = useState<Account['grants'][number] | null>(null);
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
              <Button size="small" variant="danger" onPress={() => setTaking(g)}>
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
          <Field id="grant-role" label="授予角色" required problems={refusedAt(ask.error, 'role')}>
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
            problems={refusedAt(ask.error, 'org')}
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
          <Refused error={ask.error} beside={['role', 'org']} />
          <Button type="submit" variant="primary" pending={ask.isPending}>
            提交授权，待确认
          </Button>
        </form>
        <ConfirmSheet
          open={taking !== null}
          title={`收回角色：${account.name}`}
          verb="收回"
          danger
          pending={revoke.isPending}
          error={revoke.error}
          onClose={() => setTaking(null)}
          onConfirm={() => {
            if (taking === null) return;
            revoke.mutate(
              { params: { id: taking.id } },
              {
                onSuccess: () => {
                  toast('已收回');
                  setTaking(null);
                },
              },
            );
          }}
        >
          <p>
            收回在{taking?.orgName}的“{taking?.roleName}
            ”，立即生效，不需要第二人确认。轮到此角色的件由其他人办理。
          </p>
        </ConfirmSheet>
      </div>
    </Dialog>
  );
};
