import { Button, ConfirmSheet } from '@zhitongche/ui';
import type { Sending } from '../edit/use-edit.ts';
import { ACCOUNT_VERBS, type AccountVerb } from './account-verbs.ts';
import type { Account } from './account.ts';

/** Lets somebody in again or shuts the account; what reaches into a person's work asks once more. */
export const AccountVerbs = ({
  account,
  change,
  asking,
  onAsk,
}: {
  readonly account: Account;
  readonly change: Sending<'changeAccount'>;
  /** The verb that is being asked about; null = none. */
  readonly asking: AccountVerb | null;
  readonly onAsk: (verb: AccountVerb | null) => void;
}) => {
  const params = { id: account.id };
  const asked = asking === null ? null : ACCOUNT_VERBS[asking];
  return (
    <>
      <div className="row">
        {account.status === 'locked' ? (
          <Button
            icon="key"
            onPress={() => change.send({ params, body: { unlock: true } }, { said: '已解锁' })}
          >
            解锁
          </Button>
        ) : null}
        <Button icon="lock" onPress={() => onAsk('password')}>
          重置密码
        </Button>
        {account.totp ? (
          <Button icon="phone" onPress={() => onAsk('totp')}>
            重置动态口令
          </Button>
        ) : null}
        <span className="grow" />
        {account.status === 'disabled' ? (
          <Button onPress={() => change.send({ params, body: { active: true } }, { said: '已启用' })}>
            启用账户
          </Button>
        ) : (
          <Button variant="danger" onPress={() => onAsk('stop')}>
            停用账户
          </Button>
        )}
      </div>
      <ConfirmSheet
        open={asked !== null}
        title={`${asked?.verb ?? ''}：${account.name}`}
        verb={asked?.verb ?? ''}
        danger
        pending={change.pending}
        error={change.error}
        onClose={() => onAsk(null)}
        onConfirm={() => {
          if (asked === null) return;
          change.send(
            { params, body: asked.body },
            { said: asked.said, waits: '已提出，等待另一名管理员确认', done: () => onAsk(null) },
          );
        }}
      >
        <p>{asked?.text}</p>
      </ConfirmSheet>
    </>
  );
};
