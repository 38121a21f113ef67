import type { Problem } from '@zhitongche/base';
import { Button, Field, messageOf, Notice } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { PasswordInput } from './PasswordInput.tsx';
import type { useLogin } from './use-login.ts';

/** Asks for name, password and, once the account wants it, the second factor. */
export const LoginForm = ({
  login: { pending, error, totp, setTotp, enter },
}: {
  readonly login: ReturnType<typeof useLogin>;
}) => {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const incomplete = username.trim() === '' || password === '' || totp?.trim() === '';
    setMissing(incomplete);
    if (!incomplete) void enter(username, password, totp);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {error ? (
        <Notice tone="danger" live title="没有登录成功">
          {messageOf(error)}
        </Notice>
      ) : null}
      <Field
        id="username"
        label="用户名"
        required
        problems={missing ? absent(username, '请填写用户名', 'Enter your user name') : []}
      >
        {(aria) => (
          <input
            {...aria}
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={username}
            onChange={(e) => setUsername(e.target.value)}
          />
        )}
      </Field>
      <Field
        id="password"
        label="密码"
        required
        problems={missing ? absent(password, '请填写密码', 'Enter your password') : []}
      >
        {(aria) => (
          <PasswordInput
            aria={aria}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
        )}
      </Field>
      {totp === null ? null : (
        <Field id="totp" label="动态口令" required help="打开验证器应用，填写 6 位数字">
          {(aria) => (
            <input
              {...aria}
              // The field appears because the account needs it; typing should go on there.
              ref={(el) => el?.focus()}
              className="input"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              value={totp}
              onChange={(e) => setTotp(e.target.value)}
            />
          )}
        </Field>
      )}
      <Button type="submit" variant="primary" size="large" pending={pending} pendingText="正在登录">
        登录
      </Button>
    </form>
  );
};

const absent = (value: string, message: string, en: string): readonly Problem[] =>
  value.trim() === '' ? [{ code: 'field.required', level: 'block', at: [], message, en }] : [];
