import { Button, DateField, Dialog, TextField } from '@zhitongche/ui';
import { EditDialog } from '../edit/EditDialog.tsx';
import { filledIn, OrgField, PrintedField } from '../edit/EditFields.tsx';
import { useSending, useTyped } from '../edit/use-edit.ts';
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
  const create = useSending('createAccount', ['accounts']);
  const start = { username: '', name: '', org: orgs[0]?.id ?? '', phone: '', expires: '' };
  const { typed, at } = useTyped('account', start, create);
  if (create.data)
    return (
      <Dialog
        open
        title={`已为${typed.name}开户`}
        dismissable={false}
        onClose={onClose}
        foot={
          <Button variant="primary" onPress={onClose}>
            已转交
          </Button>
        }
      >
        <InitialPassword password={create.data.initialPassword} />
      </Dialog>
    );
  const body = {
    username: typed.username.trim(),
    name: typed.name.trim(),
    org: typed.org,
    ...filledIn(typed, 'phone', 'expires'),
  };
  return (
    <EditDialog
      title="新建账户"
      verb="开户"
      sending={create}
      ready={body.username.length >= 2 && body.name !== '' && typed.org !== ''}
      beside={['name', 'username', 'org', 'phone', 'expires']}
      onClose={onClose}
      onSend={() => create.send({ body })}
    >
      <PrintedField {...at('name')} label="姓名" required maxLength={50} autoComplete="off" />
      <TextField {...at('username')} label="用户名" required maxLength={64} autoComplete="off" />
      <OrgField {...at('org')} label="所属机构" required orgs={orgs.filter((o) => o.active)} />
      <TextField {...at('phone')} label="手机号" maxLength={20} autoComplete="off" />
      <DateField {...at('expires')} label="有效期至" help="借调、实习人员请设置。" />
    </EditDialog>
  );
};
