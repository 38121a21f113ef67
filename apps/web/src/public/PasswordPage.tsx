import { useNavigate } from '@tanstack/react-router';
import { toast } from '@zhitongche/ui';
import { PasswordForm } from './PasswordForm.tsx';
import { PublicFrame } from '@zhitongche/shell/web';

/** Before anything else: an initial or outdated password is replaced. */
export const PasswordPage = () => {
  const navigate = useNavigate();
  return (
    <PublicFrame>
      <section className="card stack stack-wide" aria-labelledby="password-title">
        <h1 id="password-title">请先修改密码</h1>
        <p className="soft">您用的是初始密码或已到期的密码，修改后继续。</p>
        <PasswordForm
          onDone={() => {
            toast('密码已修改');
            void navigate({ to: '/' });
          }}
        />
      </section>
    </PublicFrame>
  );
};
