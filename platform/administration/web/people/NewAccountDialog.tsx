import { useState } from 'react';
import { useWrite } from '@zhitongche/contract/web';
import { usePrintable } from '@zhitongche/form/web';
import { Button, ConfirmSheet, Dialog, Field } from '@zhitongche/ui';
import type { OrgRow } from '../orgs/org-tree.ts';
import { Refused } from '../Refused.tsx';
import { printedAt, refusedAt } from '../refused.ts';
import { InitialPassword } from './InitialPassword.tsx';

/** Makes an account without any right; rights are the security administrator's to give. */
export const NewAccountDialog = ({
  orgs,
  onClose,
}: {
  readonly orgs: readonly OrgRow[];
  readonly onClose: () => void;
}) => {
  const [typed, setTyped] = useState({
    username: '',
    name: '',
    org: orgs[0]?.id ?? '',
    phone: '',
    expires: '',
  });
  const create = useWrite('createAccount', ['accounts']);
  const at = (field: string) => refusedAt(create.error, field);
  const printable = usePrintable();
  const wrong = (key: 'username' | 'name' | 'phone', label: string) =>
    key === 'name' ? printedAt(printable(label, typed.name), at(key)) : at(key);
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
  const text = (key: 'username' | 'name' | 'phone', label: string, max: number, required: boolean) => (
    <Field id={`account-${key}`} label={label} required={required} problems={wrong(key, label)}>
      {(aria) => (
        <input
          {...aria}
          className="input"
          maxLength={max}
          autoComplete="off"
          value={typed[key]}
          onChange={(e) => setTyped({ ...typed, [key]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <ConfirmSheet
      open
      title="新建账户"
      verb="开户"
      pending={create.isPending}
      ready={typed.username.trim().length >= 2 && typed.name.trim() !== '' && typed.org !== ''}
      onClose={onClose}
      onConfirm={() =>
        create.mutate({
          body: {
            username: typed.username.trim(),
            name: typed.name.trim(),
            org: typed.org,
            ...(typed.phone.trim() === '' ? {} : { phone: typed.phone.trim() }),
            ...(typed.expires === '' ? {} : { expires: typed.expires }),
          },
        })
      }
    >
      {text('name', '姓名', 50, true)}
      {text('username', '用户名', 64, true)}
      <Field id="account-org" label="所属机构" required problems={at('org')}>
        {(aria) => (
          <select
            {...aria}
            className="input"
            value={typed.org}
            onChange={(e) => setTyped({ ...typed, org: e.target.value })}
          >
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
      {text('phone', '手机号', 20, false)}
      <Field id="account-expires" label="有效期至" help="借调、实习人员请设置。" problems={at('expires')}>
        {(aria) => (
          <input
            {...aria}
            type="date"
            className="input"
            value={typed.expires}
            onChange={(e) => setTyped({ ...typed, expires: e.target.value })}
          />
        )}
      </Field>
      <Refused error={create.error} beside={['name', 'username', 'org', 'phone', 'expires']} />
    </ConfirmSheet>
  );
};
