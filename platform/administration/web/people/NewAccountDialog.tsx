import { date, identifier, text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { Button, Dialog } from '@zhitongche/ui';
import { useMemo, useState } from 'react';
import { orgChoice } from '../orgs/org-choice.ts';
import type { OrgRow } from '../orgs/org-tree.ts';
import { InitialPassword } from './InitialPassword.tsx';

/** Makes an account without any right; rights are the security administrator's to give. */
export const NewAccountDialog = ({
  orgs,
  onClose,
}: {
  readonly orgs: readonly OrgRow[];
  readonly onClose: () => void;
}) => {
  const [made, setMade] = useState<{ readonly name: string; readonly password: string } | null>(null);
  const fields = useMemo(
    () => ({
      name: text('姓名', { max: 50, required: true }),
      username: text('用户名', {
        max: 64,
        required: true,
        pattern: { regex: '[A-Za-z][A-Za-z0-9._-]+', hint: '以字母开头，只含字母、数字、点、横线、下划线' },
      }),
      org: orgChoice(
        '所属机构',
        orgs.filter(({ active }) => active),
      ),
      phone: identifier('phone', '手机号', { width: 6 }),
      expires: date('有效期至', { help: '借调、实习人员请设置。', width: 6 }),
    }),
    [orgs],
  );
  if (made)
    return (
      <Dialog
        open
        title={`已为${made.name}开户`}
        dismissable={false}
        onClose={onClose}
        foot={
          <Button variant="primary" onPress={onClose}>
            已转交
          </Button>
        }
      >
        <InitialPassword password={made.password} />
      </Dialog>
    );
  return (
    <FormDialog
      title="新建账户"
      verb="开户"
      write="createAccount"
      refresh={['accounts']}
      about=""
      fields={fields}
      printed
      input={({ name = '', username = '', org = '', ...more }) => ({
        body: { name, username, org, ...more },
      })}
      done={({ initialPassword }, { name = '' }) => setMade({ name, password: initialPassword })}
      onClose={onClose}
    />
  );
};
