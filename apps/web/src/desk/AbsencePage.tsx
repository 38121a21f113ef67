import { useId, useState } from 'react';
import {
  messageOf,
  Badge,
  Button,
  ConfirmSheet,
  Empty,
  ErrorState,
  Field,
  Notice,
  PageHeader,
  Skeleton,
  toast,
  dayText,
  weekdayOf,
  useToday,
} from '@zhitongche/ui';
import { useRead, useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { PersonsPicker } from '@zhitongche/case/web';
import './StuckPage.css';

/** Who acts for me while I am away; both names stay on every record. */
export const AbsencePage = () => {
  const me = useMe();
  const { data, error, refetch } = useRead('delegations', {});
  const end = useWrite('endDelegation', ['delegations']);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <div className="desk-page">
      <PageHeader
        title="外出委托"
        intro="外出期间请一位同事代您办理。经办记录会同时写明您和代办人的姓名，到期自动结束。"
      >
        <Button variant="primary" icon="plus" onPress={() => setAdding(true)}>
          设置委托
        </Button>
      </PageHeader>
      {me.standsInFor.length > 0 ? (
        <Notice tone="info">
          您正在代 {me.standsInFor.map((p) => p.name).join('、')} 办理，他们的待办也在您的收件箱里。
        </Notice>
      ) : null}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={3} shape="rows" />
      ) : data.length === 0 ? (
        <Empty
          icon="users"
          title="没有设置过委托"
          text="外出前设置好代办人和起止日期，件就不会停在您这里。"
        />
      ) : (
        <ul className="stuck-list">
          {data.map((d) => (
            <li key={d.id} className="stuck-item">
              <div className="grow">
                <p>
                  <strong>{d.to.name}</strong>{' '}
                  <Badge tone={d.active ? 'ok' : 'idle'}>{d.active ? '生效中' : '未生效'}</Badge>
                </p>
                <p>
                  {dayText(d.from)} 至 {dayText(d.until)}
                </p>
                {d.reason === '' ? null : <p className="soft">{d.reason}</p>}
              </div>
              <Button onPress={() => setEnding(d.id)}>结束委托</Button>
            </li>
          ))}
        </ul>
      )}
      {adding ? <AddAbsence onClose={() => setAdding(false)} /> : null}
      <ConfirmSheet
        open={ending !== null}
        title="结束委托"
        verb="结束"
        pending={end.isPending}
        error={end.error}
        onConfirm={() => {
          if (ending !== null) end.mutate({ params: { id: ending } }, { onSuccess: () => setEnding(null) });
        }}
        onClose={() => setEnding(null)}
      >
        <p>结束后，新到的件由您自己办理；代办人已经办过的不受影响。</p>
      </ConfirmSheet>
    </div>
  );
};

const AddAbsence = ({ onClose }: { readonly onClose: () => void }) => {
  const id = useId();
  const today = useToday();
  const [to, setTo] = useState<readonly { id: string; name: string }[]>([]);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const add = useWrite('addDelegation', ['delegations']);
  const [person] = to;
  const backwards = until !== '' && until < from;
  const save = (): void => {
    if (person === undefined) return;
    add.mutate(
      { body: { to: person.id, from, until, reason: reason.trim() } },
      {
        onSuccess: () => {
          toast(`已委托${person.name}代办`);
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmSheet
      open
      title="设置外出委托"
      verb="设置"
      pending={add.isPending}
      ready={person !== undefined && from !== '' && until !== '' && !backwards}
      onConfirm={save}
      onClose={onClose}
    >
      <div className="row row-bottom">
        <Field id={`${id}-from`} label="开始日期" required help={weekdayOf(from)}>
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={from}
              min={today}
              onChange={(e) => setFrom(e.target.value)}
            />
          )}
        </Field>
        <Field id={`${id}-until`} label="结束日期" required help={weekdayOf(until)}>
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={until}
              min={from}
              onChange={(e) => setUntil(e.target.value)}
            />
          )}
        </Field>
      </div>
      {backwards ? <Notice tone="danger">结束日期不能早于开始日期。</Notice> : null}
      <PersonsPicker label="请谁代办" several={false} value={to} onChange={setTo} />
      <Field id={`${id}-reason`} label="外出事由">
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={200}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        )}
      </Field>
      {add.error ? (
        <Notice tone="danger" live>
          {messageOf(add.error)}
        </Notice>
      ) : null}
    </ConfirmSheet>
  );
};
