import type { Problem } from '@zhitongche/base';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call, meQuery, useRead, signedIn } from '@zhitongche/contract/web';
import { codeOf, messageOf, Button, Field, Notice } from '@zhitongche/ui';
import { DemoAccounts } from './DemoAccounts.tsx';
import { PasswordInput } from './PasswordInput.tsx';
import { PublicFrame } from '@zhitongche/shell/web';
import { innerAddress } from './inner-address.ts';
import './LoginPage.css';

/** Log-in: name, password, and the second factor when the account has one. */
export const LoginPage = () => {
  const { next } = useSearch({ from: '/login' });
  const router = useRouter();
  const client = useQueryClient();
  const branding = useRead('branding', {}, { staleTime: 3_600_000 });
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState<string | null>(null);
  const [state, setState] = useState<{ readonly pending: boolean; readonly error?: unknown }>({
    pending: false,
  });

  const enter = async (name: string, secret: string, code: string | null): Promise<void> => {
    setState({ pending: true });
    try {
      const me = await call('login', {
        body: { username: name.trim(), password: secret, ...(code ? { totp: code.trim() } : {}) },
      });
      client.clear();
      signedIn(me);
      client.setQueryData(meQuery.queryKey, me);
      router.history.push(innerAddress(next));
    } catch (error) {
      if (codeOf(error) === 'login.totp-needed') {
        setTotp('');
        setState({ pending: false });
        return;
      }
      setState({ pending: false, error });
    }
  };
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const incomplete = username.trim() === '' || password === '' || totp?.trim() === '';
    setMissing(incomplete);
    if (!incomplete) void enter(username, password, totp);
  };
  const demo = branding.data?.demo ?? [];
  return (
    <PublicFrame wide={demo.length > 0}>
      <div className={demo.length > 0 ? 'login login-demo' : 'login'}>
        <section className="card stack stack-wide login-card" aria-labelledby="login-title">
          <h1 id="login-title" className="login-title">
            登录
          </h1>
          <form className="stack" onSubmit={submit}>
            {state.error ? (
              <Notice tone="danger" live title="没有登录成功">
                {messageOf(state.error)}
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
            <Button
              type="submit"
              variant="primary"
              size="large"
              pending={state.pending}
              pendingText="正在登录"
            >
              登录
            </Button>
          </form>
          <p className="soft">忘记密码或账户被停用，请联系外办的系统管理员。</p>
        </section>
        {demo.length > 0 ? (
          <DemoAccounts
            accounts={demo}
            busy={state.pending}
            onPick={(a) => void enter(a.username, a.password, null)}
          />
        ) : null}
      </div>
    </PublicFrame>
  );
};

const absent = (value: string, message: string, en: string): readonly Problem[] =>
  value.trim() === '' ? [{ code: 'field.required', level: 'block', at: [], message, en }] : [];
