import { useRead } from '@zhitongche/contract/web';
import { Button, SelectField } from '@zhitongche/ui';
import { OrgField } from '../edit/EditFields.tsx';
import { Refused } from '../edit/Refused.tsx';
import { useSending, useTyped } from '../edit/use-edit.ts';
import type { OrgRow } from '../orgs/org-tree.ts';
import type { Account } from './account.ts';

/** Asks for a role at an organisation; the system administrator confirms it. */
export const AskGrant = ({
  account,
  orgs,
}: {
  readonly account: Account;
  readonly orgs: readonly OrgRow[];
}) => {
  const ask = useSending('askGrant', ['accounts', 'pendingGrants']);
  const roles = useRead('roleMatrix', {}, { staleTime: 60_000 });
  const { typed, at } = useTyped('grant', { role: 'handler', org: account.org }, ask);
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        ask.send({ body: { person: account.id, ...typed } }, { said: '已提交，等待系统管理员确认' });
      }}
    >
      <SelectField
        {...at('role')}
        label="授予角色"
        required
        options={(roles.data ?? [])
          .filter(({ active }) => active)
          .map(({ role, name }) => [role, name] as const)}
      />
      <OrgField
        {...at('org')}
        label="在哪个机构"
        required
        help="省、市外办的角色管到下级；三员互斥，也不能兼任业务角色。"
        orgs={orgs.filter((o) => o.active)}
      />
      <Refused error={ask.error} beside={['role', 'org']} />
      <Button type="submit" variant="primary" pending={ask.pending}>
        提交授权，待确认
      </Button>
    </form>
  );
};
