import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf, Button, Field, Notice } from '@zhitongche/ui';
import { meQuery, useWrite, signedIn } from '@zhitongche/contract/web';
import { PasswordInput } from './PasswordInput.tsx';
import './TotpForm.css';

/** Binds an authenticator app: scan, then prove it with one code. */
export const TotpForm = ({ onDone }: { readonly onDone: () => void }) => {
  const client = useQueryClient();
  const begin = useWrite('beginTotp');
  const confirm = useWrite('confirmTotp');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate(
      { body: { code: code.trim() } },
      {
        onSuccess: (me) => {
          signedIn(me);
          client.setQueryData(meQuery.queryKey, me);
          onDone();
        },
      },
    );
  };
  if (!begin.data) return <ProveFirst begin={begin} />;
  return (
    <form className="stack" onSubmit={submit}>
      <ol className="totp-steps">
        <li>在手机上打开验证器应用（支持 TOTP 的均可）。</li>
        <li>
          扫描二维码，或手工输入密钥：
          <div className="totp-codes">
            <img
              className="totp-qr"
              src={begin.data.qr}
              alt="绑定动态口令的二维码"
              width={200}
              height={200}
            />
            <code className="totp-secret">{begin.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </div>
        </li>
        <li>填写应用显示的 6 位数字：</li>
      </ol>
      {confirm.isError ? (
        <Notice tone="danger" live>
          {messageOf(confirm.error)}
        </Notice>
      ) : null}
      <Field id="totp-code" label="动态口令" required>
        {(aria) => (
          <input
            {...aria}
            className="input totp-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
            value={code}
            onChange={(e) => setCode(e.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={confirm.isPending}
          isDisabled={code.trim().length < 6}
        >
          完成绑定
        </Button>
      </div>
    </form>
  );
};

/** Whoever found an open browser does not know the password. */
const ProveFirst = ({ begin }: { readonly begin: ReturnType<typeof useWrite<'beginTotp'>> }) => {
  const [password, setPassword] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate({ body: { password } });
      }}
    >
      <p>动态口令是登录的第二道保护：除密码外，再填一个手机上每 30 秒变化的 6 位数字。</p>
      {begin.isError ? (
        <Notice tone="danger" live>
          {messageOf(begin.error)}
        </Notice>
      ) : null}
      <Field id="totp-password" label="现在的密码" required>
        {(aria) => (
          <PasswordInput
            aria={aria}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={begin.isPending} isDisabled={password === ''}>
          开始绑定
        </Button>
      </div>
    </form>
  );
};
