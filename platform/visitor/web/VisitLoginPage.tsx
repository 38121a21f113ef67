import { Link, useSearch } from '@tanstack/react-router';
import { useRead, useWrite } from '@zhitongche/contract/web';
import { Button, codeOf, TextField, useWords } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { PublicCard } from './PublicCard.tsx';
import { Refused } from './Refused.tsx';
import { SecretField } from './SecretField.tsx';
import { useEntered } from './use-entered.ts';

/** Log-in of people who belong to no unit: address and password, and the second factor where the account has one. */
export const VisitLoginPage = () => {
  const { say } = useWords();
  const { next } = useSearch({ from: '/login' });
  const entered = useEntered(next);
  const [to, setTo] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState<string | null>(null);
  const login = useWrite('visitLogin');
  const branding = useRead('branding', {}, { staleTime: 3_600_000 });
  const demo = (branding.data?.demo ?? []).filter(({ visitor }) => visitor);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    login.mutate(
      { body: { to, password, ...(totp ? { totp } : {}) } },
      {
        onSuccess: entered,
        onError: (error) => {
          if (codeOf(error) === 'login.totp-needed') setTotp('');
        },
      },
    );
  };
  const needsCode = codeOf(login.error) === 'login.totp-needed';
  return (
    <PublicCard title={say('登录', 'Sign in')}>
      <form className="stack" onSubmit={submit}>
        {needsCode ? null : <Refused error={login.error} />}
        <TextField
          id="visit-to"
          label={say('邮箱或手机号', 'E-mail or mobile number')}
          required
          autoComplete="username"
          value={to}
          onChange={setTo}
        />
        <SecretField
          id="visit-password"
          label={say('密码', 'Password')}
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
        <Button type="submit" variant="primary" size="large" pending={login.isPending}>
          {say('登录', 'Sign in')}
        </Button>
      </form>
      <p>
        <Link to="/register" search={next === undefined ? {} : { next }}>
          {say('没有账户，注册一个', 'Create an account')}
        </Link>
        {say('，', ', ')}
        <Link to="/forgot">{say('忘记密码', 'forgot your password?')}</Link>
        {say('，', ' ')}
        <Link to="/status">{say('不登录查进度', 'Check a matter without signing in')}</Link>
      </p>
      {demo.length > 0 ? (
        <ul className="visit-list" aria-label={say('演示账号', 'Demonstration accounts')}>
          {demo.map((one) => (
            <li key={one.username} className="visit-line">
              <span>
                <strong>{one.role}</strong> <span className="soft">{one.name}</span>
              </span>
              <Button
                size="small"
                isDisabled={login.isPending}
                aria-label={`以${one.role}进入`}
                onPress={() =>
                  login.mutate({ body: { to: one.username, password: one.password } }, { onSuccess: entered })
                }
              >
                {say('进入', 'Enter')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="soft">
        {say('单位专办员和工作人员请', 'Units and staff: ')}
        <a href="/login">{say('从这里登录', 'sign in here')}</a>
        {branding.data?.office ? say(`。本站由${branding.data.office}主办。`, '.') : null}
      </p>
    </PublicCard>
  );
};
