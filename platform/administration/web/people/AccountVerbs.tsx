import { useSending } from '@zhitongche/form/web';
import { Button, ConfirmSheet, Refusal } from '@zhitongche/ui';
import { useState } from 'react';
import { ACCOUNT_VERBS, type AccountVerb } from './account-verbs.ts';
import type { Account } from './account.ts';
import { InitialPassword } from './InitialPassword.tsx';

/** Lets somebody in again or shuts the account; what reaches into a person's work asks once more. */
export const AccountVerbs = ({ account }: { readonly account: Account }) => {
  const change = useSending('changeAccount', ['accounts', 'twoPersonRequests']);
  const [asking, setAsking] = useState<AccountVerb | null>(null);
  const params = { id: account.id };
  const asked = asking === null ? null : ACCOUNT_VERBS[asking];
  const password = change.data?.initialPassword;
  return (
    <>
      {password === undefined ? null : <InitialPassword password={password} />}
      <div className="row">
        {account.status === 'locked' ? (
          <Button
            icon="key"
            onPress={() => change.send({ params, body: { unlock: true } }, { said: '已解锁' })}
          >
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
          <Button onPress={() => change.send({ params, body: { active: true } }, { said: '已启用' })}>
            启用账户
          </Button>
        ) : (
          <Button variant="danger" onPress={() => setAsking('stop')}>
            停用账户
          </Button>
        )}
      </div>
      {asking === null ? <Refusal error={change.error} /> : null}
      <ConfirmSheet
        open={asked !== null}
        title={`${asked?.verb ?? ''}：${account.name}`}
        verb={asked?.verb ?? ''}
        danger
        pending={change.pending}
        error={change.error}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          if (asked === null) return;
          change.send(
            { params, body: asked.body },
            { said: asked.said, waits: '已提出，等待另一名管理员确认', done: () => setAsking(null) },
          );
        }}
      >
        <p>{asked?.text}</p>
      </ConfirmSheet>
    </>
  );
};
