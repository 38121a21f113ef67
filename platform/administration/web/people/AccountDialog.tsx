import { useState } from 'react';
import { useWrite, type Body } from '@zhitongche/contract/web';
import { usePrintable } from '@zhitongche/form/web';
import { Button, ConfirmSheet, Dialog, Field, toast } from '@zhitongche/ui';
import type { OrgRow } from '../orgs/org-tree.ts';
import { Refused } from '../Refused.tsx';
import { printedAt, refusedAt } from '../refused.ts';
import { InitialPassword } from './InitialPassword.tsx';
import type { Account } from './account.ts';

/** Verbs that reach into somebody's work at once, with what they do. */
const VERBS = {
  stop: {
    verb: '停用账户',
    said: '已停用',
    text: '立即退出登录，此后不能再登录。经办的件和记录都保留；轮到此人的件请另行转办。',
    body: { active: false },
  },
  password: {
    verb: '重置密码',
    said: '已重置密码',
    text: '立即退出登录，原密码作废，换成一次性的初始密码，首次登录须修改。账户有角色的，须另一名管理员确认后才能执行，并告知本人。',
    body: { resetPassword: true },
  },
  totp: {
    verb: '重置动态口令',
    said: '已重置动态口令',
    text: '立即退出登录，手机上的口令作废，下次登录时重新绑定。请先当面核实是本人。账户有角色的，须另一名管理员确认后才能执行，并告知本人。',
    body: { resetTotp: true },
  },
} as const satisfies Readonly<
  Record<string, { verb: string; said: string; text: string; body: Body<'changeAccount'> }>
>;

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
  const [asking, setAsking] = useState<keyof typeof VERBS | null>(null);
  const change = useWrite('changeAccount', ['accounts', 'twoPersonRequests']);
  const at = (field: string) => refusedAt(change.error, field);
  const printable = usePrintable();
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
  const changed: Body<'changeAccount'> = {
    ...(name.trim() === account.name ? {} : { name: name.trim() }),
    ...(org === account.org ? {} : { org }),
    ...(expires === (account.expires ?? '') ? {} : { expires: expires === '' ? null : expires }),
  };
  const asked = asking === null ? null : VERBS[asking];
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
            isDisabled={name.trim() === '' || Object.keys(changed).length === 0}
            onPress={() => send(changed, '已保存', true)}
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
        <Field
          id="account-name"
          label="姓名"
          required
          problems={printedAt(printable('姓名', name), at('name'))}
        >
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
          <Button icon="lock" onPress={() => setAsking('password')}>
            重置密码
          </Button>
          {account.totp ? (
            <Button icon="phone" onPress={() => setAsking('totp')}>
              重置动态口令
            </Button>
          ) : null}
          <span className="grow" />
          {account.status === 'disabled' ? (
            <Button onPress={() => send({ active: true }, '已启用')}>启用账户</Button>
          ) : (
            <Button variant="danger" onPress={() => setAsking('stop')}>
              停用账户
            </Button>
          )}
        </div>
        <ConfirmSheet
          open={asked !== null}
          title={`${asked?.verb ?? ''}：${account.name}`}
          verb={asked?.verb ?? ''}
          danger
          pending={change.isPending}
          error={change.error}
          onClose={() => setAsking(null)}
          onConfirm={() => {
            if (asked === null) return;
            change.mutate(
              { params: { id: account.id }, body: asked.body },
              {
                onSuccess: ({ waits }) => {
                  toast(waits ? '已提出，等待另一名管理员确认' : asked.said);
                  setAsking(null);
                },
              },
            );
          }}
        >
          <p>{asked?.text}</p>
        </ConfirmSheet>
      </div>
    </Dialog>
  );
};
