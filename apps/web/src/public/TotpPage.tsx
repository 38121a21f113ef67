import { useNavigate } from '@tanstack/react-router';
import { toast } from '@zhitongche/ui';
import { PublicFrame } from '@zhitongche/shell/web';
import { TotpForm } from './TotpForm.tsx';

/** Before anything else: accounts with heavy rights bind a second factor. */
export const TotpPage = () => {
  const navigate = useNavigate();
  return (
    <PublicFrame>
      <section className="card stack stack-wide" aria-labelledby="totp-title">
        <h1 id="totp-title">请先绑定动态口令</h1>
        <TotpForm
          onDone={() => {
            toast('动态口令已绑定');
            void navigate({ to: '/' });
          }}
        />
      </section>
    </PublicFrame>
  );
};
