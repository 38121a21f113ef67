import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe, useOnline } from '@zhitongche/shell/web';
import {
  device,
  flushOutbox,
  forgetAct,
  useOutbox,
  type QueuedAct,
  type QueuedStatus,
} from '@zhitongche/contract/web';
import {
  Badge,
  type Tone,
  Button,
  ConfirmSheet,
  Empty,
  Notice,
  PageHeader,
  instantShort,
} from '@zhitongche/ui';
import './StuckPage.css';

const WORDS: Readonly<Record<QueuedStatus, { word: string; tone: Tone }>> = {
  waiting: { word: '待发送', tone: 'warn' },
  sent: { word: '已送达', tone: 'ok' },
  refused: { word: '未被接受', tone: 'danger' },
};

/** Decisions made without a network: waiting, sent, or refused with the reason. */
export const OutboxPage = () => {
  const me = useMe();
  const online = useOnline();
  const acts = useOutbox(me.id);
  const [busy, setBusy] = useState(false);
  const [lasting, setLasting] = useState(true);
  useEffect(() => {
    void device().then((d) => setLasting(d.lasting));
  }, []);
  const waiting = acts.filter((a) => a.status === 'waiting');
  const send = async (): Promise<void> => {
    setBusy(true);
    await flushOutbox(me.id);
    setBusy(false);
  };
  return (
    <div className="desk-page">
      <PageHeader title="待发送" intro="没有网络时作出的决定先存在本机，联网后自动发送，每一项只会生效一次。">
        {waiting.length > 0 ? (
          <Button
            icon="send"
            variant="primary"
            isDisabled={!online}
            pending={busy}
            onPress={() => void send()}
          >
            现在发送
          </Button>
        ) : null}
      </PageHeader>
      {lasting ? null : (
        <Notice tone="warn">
          这个浏览器不允许在本机保存内容（可能是无痕模式），关闭页面前请确认都已送达。
        </Notice>
      )}
      {acts.length === 0 ? (
        <Empty
          icon="send"
          title="没有待发送的决定"
          text="在没有信号的地方也可以照常办理，决定会先存在这里。"
        />
      ) : (
        <ul className="stuck-list">
          {acts.map((act) => (
            <OutboxItem key={act.key} act={act} />
          ))}
        </ul>
      )}
    </div>
  );
};

const OutboxItem = ({ act }: { readonly act: QueuedAct }) => {
  const [asking, setAsking] = useState(false);
  // An attempt without an answer may have arrived: taking back then only stops asking, and must say so.
  const unsure = act.status === 'waiting' && act.attempts > 0;
  return (
    <li className="stuck-item">
      <div className="grow">
        <p>
          <strong>{act.label}</strong> <Badge tone={WORDS[act.status].tone}>{WORDS[act.status].word}</Badge>
        </p>
        <p>
          {'case' in act ? (
            <Link to="/desk/cases/$case" params={{ case: act.case }}>
              {act.title}
            </Link>
          ) : (
            act.title
          )}
        </p>
        {!('command' in act) || act.command.opinion === undefined ? null : (
          <p className="soft">“{act.command.opinion}”</p>
        )}
        {act.problem === undefined ? null : (
          <p className="stuck-why">
            {act.problem.detail}
            {act.problem.conflict === undefined
              ? ''
              : `（${act.problem.conflict.by} 于 ${instantShort(act.problem.conflict.at)} 办理过，请打开后重新决定）`}
          </p>
        )}
        <p className="soft">
          {instantShort(act.at)} 决定
          {act.settledAt === undefined ? '' : `，${instantShort(act.settledAt)} 收到答复`}
          {unsure ? `，试过 ${act.attempts} 次` : ''}
        </p>
      </div>
      <Button onPress={() => (unsure ? setAsking(true) : void forgetAct(act.key))}>
        {act.status === 'waiting' ? '收回' : '清除'}
      </Button>
      <ConfirmSheet
        open={asking}
        title="收回这项决定"
        verb="收回"
        danger
        onConfirm={() => void forgetAct(act.key)}
        onClose={() => setAsking(false)}
      >
        <p>试着发送过，但没有收到答复：它有可能已经到达并生效。收回后不再重发，请联网后打开办件核对。</p>
      </ConfirmSheet>
    </li>
  );
};
