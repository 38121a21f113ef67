import { type FormEvent, useState } from 'react';
import { type Channel, CHANNELS } from '@zhitongche/channel';
import { useWrite } from '@zhitongche/contract/web';
import { Button, Refusal, TextField } from '@zhitongche/ui';

const LABELS: Readonly<Record<Channel, string>> = {
  mail: '邮箱地址',
  sms: '手机号',
  wechat: '微信标识',
};

/** Two steps: where to, and the code that came there. */
export const AddressForm = ({
  channel,
  onDone,
}: {
  readonly channel: Channel;
  readonly onDone: () => void;
}) => {
  const ask = useWrite('askAddress', ['myChannels']);
  const prove = useWrite('proveAddress', ['myChannels']);
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState('');
  const send = (): void => ask.mutate({ body: { channel, address } }, { onSuccess: () => setSent(address) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sent === '') send();
    else prove.mutate({ body: { channel, code } }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {sent === '' ? (
        <TextField
          id="contact-address"
          label={LABELS[channel]}
          required
          maxLength={320}
          inputMode={channel === 'mail' ? 'email' : channel === 'sms' ? 'tel' : 'text'}
          autoComplete={channel === 'mail' ? 'email' : channel === 'sms' ? 'tel' : 'off'}
          value={address}
          onChange={setAddress}
        />
      ) : (
        <>
          <p>
            {CHANNELS[channel]}验证码已发往 {sent}，10 分钟内有效。
          </p>
          <TextField
            id="contact-code"
            label="验证码"
            required
            maxLength={20}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
          />
        </>
      )}
      <Refusal error={sent === '' ? ask.error : (prove.error ?? ask.error)} />
      <div className="row">
        <Button
          type="submit"
          variant="primary"
          pending={ask.isPending || prove.isPending}
          isDisabled={sent === '' ? address.trim() === '' : code.trim() === ''}
        >
          {sent === '' ? '发送验证码' : '确认'}
        </Button>
        {sent === '' ? null : (
          <>
            <Button variant="quiet" pending={ask.isPending} onPress={send}>
              重新发送
            </Button>
            <Button variant="quiet" onPress={() => setSent('')}>
              改地址
            </Button>
          </>
        )}
      </div>
    </form>
  );
};
