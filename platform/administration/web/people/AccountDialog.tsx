import { date, text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useMemo, useState } from 'react';
import { orgChoice } from '../orgs/org-choice.ts';
import type { OrgRow } from '../orgs/org-tree.ts';
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
  const { id } = account;
  const [start] = useState({ name: account.name, org: account.org, expires: account.expires ?? '' });
  const fields = useMemo(
    () => ({
      name: text('姓名', { max: 50, required: true, width: 12 }),
      org: orgChoice('所属机构', orgs, '调动后，原机构的角色请安全管理员收回。'),
      expires: date('有效期至'),
    }),
    [orgs],
  );
  return (
    <FormDialog
      title={`账户：${account.name}`}
      verb="保存改动"
      leave="关闭"
      write="changeAccount"
      refresh={['accounts', 'twoPersonRequests']}
      about={id}
      fields={fields}
      start={start}
      printed
      input={({ name = '', org = '', expires = '' }) => ({
        params: { id },
        body: {
          ...(name === start.name ? {} : { name }),
          ...(org === start.org ? {} : { org }),
          ...(expires === start.expires ? {} : { expires: expires || null }),
        },
      })}
      said="已保存"
      onClose={onClose}
    >
      {() => <AccountVerbs account={account} />}
    </FormDialog>
  );
};
