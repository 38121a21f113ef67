import { useSearch } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import { DemoAccounts } from './DemoAccounts.tsx';
import { LoginForm } from './LoginForm.tsx';
import { useLogin } from './use-login.ts';
import './LoginPage.css';

/** Log-in: name, password, and the second factor when the account has one. */
export const LoginPage = () => {
  const { next } = useSearch({ from: '/login' });
  const login = useLogin(next);
  const branding = useRead('branding', {}, { staleTime: 3_600_000 });
  const demo = (branding.data?.demo ?? []).filter(({ visitor }) => !visitor);
  return (
    <PublicFrame wide={demo.length > 0}>
      <div className={demo.length > 0 ? 'login login-demo' : 'login'}>
        <section className="card stack stack-wide login-card" aria-labelledby="login-title">
          <h1 id="login-title" className="login-title">
            登录
          </h1>
          <LoginForm login={login} />
          <p className="soft">忘记密码或账户被停用，请联系外办的系统管理员。</p>
        </section>
        {demo.length > 0 ? (
          <DemoAccounts
            accounts={demo}
            busy={login.pending}
            onPick={(a) => void login.enter(a.username, a.password, null)}
          />
        ) : null}
      </div>
    </PublicFrame>
  );
};
