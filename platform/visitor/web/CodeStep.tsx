import { useWrite } from '@zhitongche/contract/web';
import { Button, TextField, useWords } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { Refused } from './Refused.tsx';

/** Asks for an address and sends a code there. */
export const CodeStep = ({
  purpose,
  onSent,
}: {
  readonly purpose: 'register' | 'reset';
  readonly onSent: (code: string) => void;
}) => {
  const { say } = useWords();
  const [to, setTo] = useState('');
  const ask = useWrite('visitCode');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate({ body: { purpose, to } }, { onSuccess: ({ code }) => onSent(code) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Refused error={ask.error} />
      <TextField
        id="visit-to"
        label={say('邮箱或手机号', 'E-mail or mobile number')}
        help={say('验证码会发到这里', 'A code will be sent there')}
        required
        autoComplete="username"
        value={to}
        onChange={setTo}
      />
      <Button type="submit" variant="primary" size="large" pending={ask.isPending}>
        {say('发送验证码', 'Send the code')}
      </Button>
    </form>
  );
};

/** The six digits that came. */
export const DigitsField = ({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const { say } = useWords();
  return (
    <TextField
      id="visit-digits"
      label={say('验证码', 'Code')}
      help={say('6 位数字，10 分钟内有效；没收到请看垃圾邮件', '6 digits; look among unwanted mail as well')}
      required
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      value={value}
      onChange={onChange}
    />
  );
};
