import { useState } from 'react';
import { type Channel, CHANNELS, type Rhythm, RHYTHMS } from '@zhitongche/channel';
import { type Reply, useRead, useWrite } from '@zhitongche/contract/web';
import {
  Async,
  Badge,
  Button,
  ConfirmSheet,
  Dialog,
  Notice,
  Refusal,
  SelectField,
  TextField,
  toast,
} from '@zhitongche/ui';
import { AddressForm } from './AddressForm.tsx';
import './MyChannels.css';

type Mine = Reply<'myChannels'>;
type Own = Mine['channels'][number];

/** Where I am reached outside of the program, by which channel I wish to be told what, and when not. */
export const MyChannels = () => {
  const query = useRead('myChannels', {}, { staleTime: 0 });
  return (
    <section className="card stack" aria-label="消息接收">
      <h2>消息接收</h2>
      <p className="soft">
        站内消息一直都有。绑定邮箱或手机后，同样的消息也会发到那里；标题里不写人名和办件内容。
      </p>
      <Async query={query}>
        {(mine) => (
          <>
            <Addresses mine={mine} />
            <Wishes key={JSON.stringify([mine.rhythms, mine.quiet])} mine={mine} />
          </>
        )}
      </Async>
    </section>
  );
};

const stateOf = ({ connected, address }: Own) =>
  address !== null ? (
    <Badge tone={connected ? 'ok' : 'warn'}>{connected ? '已绑定' : '未接通'}</Badge>
  ) : (
    <Badge tone="idle">{connected ? '未绑定' : '未接通'}</Badge>
  );

const Addresses = ({ mine }: { readonly mine: Mine }) => {
  const drop = useWrite('dropAddress', ['myChannels']);
  const [binding, setBinding] = useState<Channel | null>(null);
  const [dropping, setDropping] = useState<Channel | null>(null);
  return (
    <>
      <ul className="my-addresses">
        {mine.channels.map((own) => (
          <li key={own.channel} className="row row-between">
            <span>
              {CHANNELS[own.channel]} {stateOf(own)} {own.address}
              {own.waits === null ? null : <span className="soft">（{own.waits} 待验证）</span>}
            </span>
            <span className="row">
              {own.connected ? (
                <Button
                  aria-label={`${own.address === null ? '绑定' : '更换'}${CHANNELS[own.channel]}`}
                  onPress={() => setBinding(own.channel)}
                >
                  {own.address === null ? '绑定' : '更换'}
                </Button>
              ) : null}
              {own.address === null ? null : (
                <Button
                  variant="quiet"
                  aria-label={`解绑${CHANNELS[own.channel]}`}
                  onPress={() => setDropping(own.channel)}
                >
                  解绑
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Dialog
        open={binding !== null}
        title={`绑定${binding === null ? '' : CHANNELS[binding]}`}
        dismissable={false}
        onClose={() => setBinding(null)}
      >
        {binding === null ? null : (
          <AddressForm
            channel={binding}
            onDone={() => {
              setBinding(null);
              toast('已绑定');
            }}
          />
        )}
      </Dialog>
      <ConfirmSheet
        open={dropping !== null}
        title={`解绑${dropping === null ? '' : CHANNELS[dropping]}`}
        verb="解绑"
        danger
        pending={drop.isPending}
        error={drop.error}
        onClose={() => setDropping(null)}
        onConfirm={() =>
          dropping === null
            ? undefined
            : drop.mutate({ params: { channel: dropping } }, { onSuccess: () => setDropping(null) })
        }
      >
        <p>解绑后不再向这里发送任何消息，站内消息照旧。</p>
      </ConfirmSheet>
    </>
  );
};

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const Wishes = ({ mine }: { readonly mine: Mine }) => {
  const save = useWrite('saveWishes', ['myChannels']);
  const [rhythms, setRhythms] = useState(mine.rhythms);
  const [from, setFrom] = useState(mine.quiet?.from ?? '');
  const [until, setUntil] = useState(mine.quiet?.until ?? '');
  const bound = mine.channels.filter(({ address }) => address !== null);
  if (bound.length === 0) return null;
  const none = from === '' && until === '';
  const wrong = !none && !(CLOCK.test(from) && CLOCK.test(until));
  const send = (): void =>
    save.mutate(
      { body: { rhythms, quiet: none ? null : { from, until } } },
      { onSuccess: () => toast('已保存') },
    );
  return (
    <div className="stack">
      <div className="my-wishes">
        {bound.map(({ channel }) => (
          <SelectField
            key={channel}
            id={`rhythm-${channel}`}
            label={`${CHANNELS[channel]}怎么发`}
            required
            value={rhythms[channel]}
            options={Object.entries(RHYTHMS).map(([key, words]) => [
              key,
              key === 'daily' ? `${words}（${mine.digestAt}）` : words,
            ])}
            onChange={(rhythm) => setRhythms({ ...rhythms, [channel]: rhythm as Rhythm })}
          />
        ))}
        <TextField id="quiet-from" label="免打扰从" value={from} maxLength={5} onChange={setFrom} />
        <TextField id="quiet-until" label="到" value={until} maxLength={5} onChange={setUntil} />
      </div>
      <p className="soft">
        免打扰期间的消息等结束后合成一条；时间写作 22:00，留空为不设。{mine.urgent.join('、')}
        不受限制，立即发出。
      </p>
      {wrong ? <Notice tone="warn">免打扰的起止时间应写作 22:00、07:00，或都留空。</Notice> : null}
      <Refusal error={save.error} />
      <div>
        <Button pending={save.isPending} isDisabled={wrong} onPress={send}>
          保存消息设置
        </Button>
      </div>
    </div>
  );
};
