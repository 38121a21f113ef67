import { useWrite } from '@zhitongche/contract/web';
import { Button, TextField, toast, useWords } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { DigitsField } from './CodeStep.tsx';
import { Refused } from './Refused.tsx';
import { SecretField } from './SecretField.tsx';

/** Adds or changes an address, once a code that went there is typed. */
export const AddressCard = () => {
  const { say } = useWords();
  const [to, setTo] = useState('');
  const [digits, setDigits] = useState('');
  const [password, setPassword] = useState('');
  const ask = useWrite('visitAddressCode');
  const prove = useWrite('visitAddress', ['visitAccount']);
  const code = ask.data?.code;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code === undefined) ask.mutate({ body: { to } });
    else
      prove.mutate(
        { body: { code, digits, password } },
        {
          onSuccess: () => {
            toast(say('已换用新的联系方式', 'The new address is in use'), 'ok');
            ask.reset();
            setTo('');
          },
        },
      );
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{say('添加或更换邮箱、手机', 'Add or change an address')}</h2>
      <Refused error={ask.error ?? prove.error} />
      {code === undefined ? (
        <TextField
          id="account-to"
          label={say('新的邮箱或手机号', 'New e-mail or mobile number')}
          required
          value={to}
          onChange={setTo}
        />
      ) : (
        <>
          <DigitsField value={digits} onChange={setDigits} />
          <SecretField
            id="account-password"
            label={say('密码', 'Password')}
            value={password}
            onChange={setPassword}
          />
        </>
      )}
      <p>
        <Button type="submit" pending={ask.isPending || prove.isPending}>
          {code === undefined ? say('发送验证码', 'Send the code') : say('换用', 'Use it')}
        </Button>
      </p>
    </form>
  );
};
