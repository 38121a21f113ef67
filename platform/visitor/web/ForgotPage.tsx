import { useWrite } from '@zhitongche/contract/web';
import { Button, codeOf, TextField, useWords } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { CodeStep, DigitsField } from './CodeStep.tsx';
import { PublicCard } from './PublicCard.tsx';
import { Refused } from './Refused.tsx';
import { SecretField } from './SecretField.tsx';
import { useEntered } from './use-entered.ts';

/** A new password by a code that goes to the account's address. */
export const ForgotPage = () => {
  const { say } = useWords();
  const [code, setCode] = useState<string | null>(null);
  return (
    <PublicCard title={say('找回密码', 'Recover your password')}>
      {code === null ? <CodeStep purpose="reset" onSent={setCode} /> : <NewPassword code={code} />}
      <p className="soft">
        {say(
          '邮箱和手机都不用了？另注册一个账户，持身份证件到外办窗口，原账户的办件会并入新账户。',
          'Neither address works any more? Create a new account and come to the counter with your document: your matters move to it.',
        )}
      </p>
    </PublicCard>
  );
};

const NewPassword = ({ code }: { readonly code: string }) => {
  const { say } = useWords();
  const entered = useEntered();
  const reset = useWrite('visitReset');
  const [digits, setDigits] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    reset.mutate(
      { body: { code, digits, password, ...(totp === null ? {} : { totp }) } },
      {
        onSuccess: entered,
        onError: (error) => {
          if (codeOf(error) === 'login.totp-needed') setTotp('');
        },
      },
    );
  };
  return (
    <form className="stack" onSubmit={submit}>
      {codeOf(reset.error) === 'login.totp-needed' ? null : <Refused error={reset.error} />}
      <DigitsField value={digits} onChange={setDigits} />
      <SecretField
        id="visit-password"
        label={say('新密码', 'New password')}
        isNew
        value={password}
        onChange={setPassword}
      />
      {totp === null ? null : (
        <TextField
          id="visit-totp"
          label={say('动态口令', 'Code of your authenticator')}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          value={totp}
          onChange={setTotp}
        />
      )}
      <Button type="submit" variant="primary" size="large" pending={reset.isPending}>
        {say('设为新密码并登录', 'Set it and sign in')}
      </Button>
    </form>
  );
};
