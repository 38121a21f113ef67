import { useState } from 'react';
import type { Body } from '@zhitongche/contract/web';
import { Button, DateField, Dialog } from '@zhitongche/ui';
import { OrgField, PrintedField } from '../edit/EditFields.tsx';
import { Refused } from '../edit/Refused.tsx';
import { useSending, useTyped } from '../edit/use-edit.ts';
import type { OrgRow } from '../orgs/org-tree.ts';
import { InitialPassword } from './InitialPassword.tsx';
import type { AccountVerb } from './account-verbs.ts';
import { AccountVerbs } from './AccountVerbs.tsx';
import type { Account } from './account.ts';

/** Keeps an account: name, place, term, and the verbs for when somebody is locked out or leaves. */
export const AccountDialog = ({
  account,
  orgs,
  onClose,
}: {
  readonly account: Account;
  readonly orgs: readonly OrgRow[];
  readonly onClose: () => void;
}) => {
  const [asking, setAsking] = useState<AccountVerb | null>(null);
  const change = useSending('changeAccount', ['accounts', 'twoPersonRequests']);
  const start = { name: account.name, org: account.org, expires: account.expires ?? '' };
  const { typed, at } = useTyped('account', start, change);
  const { name, org, expires } = typed;
  const body: Body<'changeAccount'> = {
    ...(name.trim() === account.name ? {} : { name: name.trim() }),
    ...(org === account.org ? {} : { org }),
    ...(expires === (account.expires ?? '') ? {} : { expires: expires === '' ? null : expires }),
  };
  return (
    <Dialog
      open
      title={`账户：${account.name}`}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>关闭</Button>
          <Button
            variant="primary"
            pending={change.pending}
            isDisabled={name.trim() === '' || Object.keys(body).length === 0}
            onPress={() =>
              change.send({ params: { id: account.id }, body }, { said: '已保存', done: onClose })
            }
          >
            保存改动
          </Button>
        </>
      }
    >
      <div className="stack">
        {change.data?.initialPassword === undefined ? null : (
          <InitialPassword password={change.data.initialPassword} />
        )}
        <Refused error={asking === null ? change.error : null} beside={['name', 'org', 'expires']} />
        <PrintedField {...at('name')} label="姓名" required maxLength={50} />
        <OrgField
          {...at('org')}
          label="所属机构"
          required
          help="调动后，原机构的角色请安全管理员收回。"
          orgs={orgs}
        />
        <DateField {...at('expires')} label="有效期至" />
        <AccountVerbs account={account} change={change} asking={asking} onAsk={setAsking} />
      </div>
    </Dialog>
  );
};
