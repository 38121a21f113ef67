import { useLocation } from '@tanstack/react-router';
import { newKey, OutboxSender, takeCode, useOutbox } from '@zhitongche/contract/web';
import { Frame, useMe, useOnline } from '@zhitongche/shell/web';
import { Badge, Button, instantShort, Notice, PageHeader, sentenceOf, TextField } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import './CheckInPage.css';

type Said = { readonly tone: 'ok' | 'warn' | 'danger'; readonly title: string; readonly text: string };

/** Checks oneself in by the code on the screen of the room: scanned by the telephone's camera, or typed; also without a network. */
export const CheckInPage = () => {
  const me = useMe();
  const online = useOnline();
  const scanned = useLocation({ select: ({ hash }) => hash });
  const [code, setCode] = useState(scanned);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const kept = useOutbox(me.id).filter((act) => 'code' in act);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (code.trim() === '' || busy) return;
    setBusy(true);
    try {
      const taken = await takeCode({
        key: newKey(),
        account: me.id,
        code: code.trim(),
        title: `签到码 ${code.trim()}`,
        label: '签到',
        at: new Date().toISOString(),
        status: 'waiting',
        attempts: 0,
      });
      setCode('');
      setSaid(
        taken.kind === 'kept'
          ? {
              tone: 'warn',
              title: '已存在本机',
              text: '没有网络，签到已存在本机，联网后自动送达；以屏幕显示这个码的时间为准，只计一次。',
            }
          : taken.view.already
            ? {
                tone: 'ok',
                title: '您已经签到',
                text: `${taken.view.title}，${taken.view.at}。不用重复签到。`,
              }
            : { tone: 'ok', title: '签到成功', text: `${taken.view.title}，${taken.view.at}` },
      );
    } catch (error) {
      setSaid({ tone: 'danger', title: '没有签到', text: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Frame
      shell="hall"
      name="签到"
      nav={[
        ...(me.shells.includes('desk') ? ([{ to: '/desk', label: '审批端', icon: 'inbox' }] as const) : []),
        ...(me.shells.includes('hall') ? ([{ to: '/hall', label: '申报端', icon: 'home' }] as const) : []),
        { to: '/check-in', label: '签到', icon: 'check' },
      ]}
    >
      <OutboxSender account={me.id} />
      <PageHeader title="签到" intro="用手机相机扫会场屏幕上的二维码，或者输入屏幕上显示的签到码。" />
      <form className="check-in card stack" onSubmit={(event) => void send(event)}>
        {online ? null : <Notice tone="info">现在没有网络，可以照常签到，联网后自动送达。</Notice>}
        <TextField
          id="door-code"
          label="签到码"
          required
          value={code}
          maxLength={40}
          onChange={setCode}
          help="十个字母和数字，每半分钟换一个"
        />
        <Button variant="primary" type="submit" pending={busy} isDisabled={code.trim() === ''}>
          {`${me.name}，签到`}
        </Button>
        {said ? (
          <Notice tone={said.tone} live title={said.title}>
            {said.text}
          </Notice>
        ) : null}
      </form>
      {kept.length > 0 ? (
        <section className="check-in card stack" aria-label="存在本机的签到">
          <h2>存在本机的签到</h2>
          <ul>
            {kept.map((act) => (
              <li key={act.key}>
                {instantShort(act.at)}{' '}
                <Badge tone={act.status === 'sent' ? 'ok' : act.status === 'refused' ? 'danger' : 'warn'}>
                  {act.status === 'sent' ? '已送达' : act.status === 'refused' ? '未被接受' : '待发送'}
                </Badge>{' '}
                {act.problem?.detail ?? act.title}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Frame>
  );
};
