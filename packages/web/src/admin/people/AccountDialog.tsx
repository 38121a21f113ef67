import { useState } from 'react';
import { sentenceOf } from '../../api/problem.ts';
import { useWrite } from '../../api/queries.ts';
import type { Body } from '../../api/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { toast } from '../../ui/Toast.tsx';
import type { OrgRow } from '../orgs/org-tree.ts';
import { refusedAt } from '../refused.ts';
import { InitialPassword } from './InitialPassword.tsx';
import type { Account } from './PeoplePage.tsx';

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
  const [name, setName] = useState(account.name);
  const [org, setOrg] = useState(account.org);
  const [expires, setExpires] = useState(account.expires ?? '');
  const change = useWrite('changeAccount', ['accounts']);
  const at = (field: string) => refusedAt(change.error, field);
  const send = (body: Body<'changeAccount'>, said: string, close = false): void =>
    change.mutate(
      { params: { id: account.id }, body },
      {
        onSuccess: () => {
          toast(said);
          if (close) onClose();
        },
      },
    );
  const active = account.status !== 'disabled';
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
            pending={change.isPending}
            isDisabled={name.trim() === ''}
            onPress={() =>
              send({ name: name.trim(), org, expires: expires === '' ? null : expires }, '已保存', true)
            }
          >
            保存
          </Button>
        </>
      }
    >
      <div className="stack">
        {change.data?.initialPassword === undefined ? null : (
          <InitialPassword password={change.data.initialPassword} />
        )}
        {change.error ? (
          <Notice tone="danger" live>
            {sentenceOf(change.error)}
          </Notice>
        ) : null}
        <Field id="account-name" label="姓名" required problems={at('name')}>
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={50}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </Field>
        <Field
          id="account-org"
          label="所属机构"
          required
          problems={at('org')}
          help="调动后，原机构的角色请安全管理员收回。"
        >
          {(aria) => (
            <select {...aria} className="input" value={org} onChange={(e) => setOrg(e.target.value)}>
              {orgs.map((o) => (
                <option key={o.id} value={o.id}>
                  {o.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="account-expires" label="有效期至" problems={at('expires')}>
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={expires}
              onChange={(e) => setExpires(e.target.value)}
            />
          )}
        </Field>
        <div className="row">
          {account.status === 'locked' ? (
            <Button icon="key" onPress={() => send({ unlock: true }, '已解锁')}>
              解锁
            </Button>
          ) : null}
          <Button icon="lock" onPress={() => send({ resetPassword: true }, '已重置密码')}>
            重置密码
          </Button>
          {account.totp ? (
            <Button icon="phone" onPress={() => send({ resetTotp: true }, '已重置动态口令')}>
              重置动态口令
            </Button>
          ) : null}
          <span className="grow" />
          <Button
            variant={active ? 'danger' : 'plain'}
            onPress={() => send({ active: !active }, active ? '已停用' : '已启用', true)}
          >
            {active ? '停用账户' : '启用账户'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
