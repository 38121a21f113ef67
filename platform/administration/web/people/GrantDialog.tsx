import { useRead } from '@zhitongche/contract/web';
import { choice } from '@zhitongche/form';
import { FormDialog, useSending } from '@zhitongche/form/web';
import { Badge, Button, ConfirmSheet } from '@zhitongche/ui';
import { useMemo, useState } from 'react';
import { orgChoice } from '../orgs/org-choice.ts';
import type { OrgRow } from '../orgs/org-tree.ts';
import type { Account } from './account.ts';

type Grant = Account['grants'][number];
const DONE = (): void => {};

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
  const roles = useRead('roleMatrix', {}, { staleTime: 60_000 });
  const [taking, setTaking] = useState<Grant | null>(null);
  const [start] = useState({ org: account.org });
  const fields = useMemo(
    () => ({
      role: choice(
        '授予角色',
        (roles.data ?? [])
          .filter(({ active }) => active)
          .map(({ role, name }) => ({ value: role, label: name })),
        { required: true },
      ),
      org: orgChoice(
        '在哪个机构',
        orgs.filter(({ active }) => active),
        '省、市外办的角色管到下级；三员互斥，也不能兼任业务角色。',
      ),
    }),
    [roles.data, orgs],
  );
  return (
    <FormDialog
      title={`角色：${account.name}`}
      verb="提交授权，待确认"
      leave="关闭"
      write="askGrant"
      refresh={['accounts', 'pendingGrants']}
      about={account.id}
      fields={fields}
      start={start}
      intro={<GrantList grants={account.grants} onTake={setTaking} />}
      input={({ role = '', org = '' }) => ({ body: { person: account.id, role, org } })}
      said="已提交，等待系统管理员确认"
      done={DONE}
      onClose={onClose}
    >
      {() => (
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
      )}
    </FormDialog>
  );
};

const GrantList = ({
  grants,
  onTake,
}: {
  readonly grants: readonly Grant[];
  readonly onTake: (grant: Grant) => void;
}) =>
  grants.length === 0 ? (
    <p className="soft">还没有任何角色。</p>
  ) : (
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
