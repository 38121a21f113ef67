import { useState } from 'react';
import { Badge, Button, ConfirmSheet, Dialog } from '@zhitongche/ui';
import { useSending } from '../edit/use-edit.ts';
import type { OrgRow } from '../orgs/org-tree.ts';
import { AskGrant } from './AskGrant.tsx';
import type { Account } from './account.ts';

type Grant = Account['grants'][number];

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
  const revoke = useSending('revokeGrant', ['accounts', 'pendingGrants']);
  const [taking, setTaking] = useState<Grant | null>(null);
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
        <GrantList grants={account.grants} onTake={setTaking} />
        <AskGrant account={account} orgs={orgs} />
        <ConfirmSheet
          open={taking !== null}
          title={`收回角色：${account.name}`}
          verb="收回"
          danger
          pending={revoke.pending}
          error={revoke.error}
          onClose={() => setTaking(null)}
          onConfirm={() => {
            if (taking === null) return;
            revoke.send({ params: { id: taking.id } }, { said: '已收回', done: () => setTaking(null) });
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

const GrantList = ({
  grants,
  onTake,
}: {
  readonly grants: readonly Grant[];
  readonly onTake: (grant: Grant) => void;
}) => (
  <ul className="stack stack-tight">
    {grants.map((g) => (
      <li key={g.id} className="row">
        <span className="grow">
          {g.roleName} <span className="soft">{g.orgName}</span>{' '}
          {g.status === 'active' ? null : (
            <Badge tone="warn">{g.status === 'pending' ? '待确认' : '收回中'}</Badge>
          )}
        </span>
        <Button size="small" variant="danger" onPress={() => onTake(g)}>
          收回
        </Button>
      </li>
    ))}
  </ul>
);
