import { blocking } from '@zhitongche/base';
import { date, text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useMemo, useState } from 'react';
import {
  Badge,
  Button,
  ConfirmSheet,
  Empty,
  ErrorState,
  Notice,
  PageHeader,
  Skeleton,
  dayText,
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

const PERSON = ['to'];

const AddAbsence = ({ onClose }: { readonly onClose: () => void }) => {
  const today = useToday();
  const [to, setTo] = useState<readonly { id: string; name: string }[]>([]);
  const [start] = useState({ from: today });
  const fields = useMemo(
    () => ({
      from: date('开始日期', { required: true, min: today, width: 6 }),
      until: date('结束日期', { required: true, min: today, width: 6 }),
      reason: text('外出事由', { max: 200, width: 12 }),
    }),
    [today],
  );
  const [person] = to;
  return (
    <FormDialog
      title="设置外出委托"
      verb="设置"
      write="addDelegation"
      refresh={['delegations']}
      about=""
      fields={fields}
      start={start}
      places={PERSON}
      also={({ from, until }) => [
        ...(person
          ? []
          : [blocking('field.required', PERSON, '请选择代办人', 'Choose who stands in for you')]),
        ...(typeof from === 'string' && typeof until === 'string' && until !== '' && until < from
          ? [blocking('absence.backwards', ['until'], '结束日期不能早于开始日期', 'It ends before it begins')]
          : []),
      ]}
      input={({ from = '', until = '', reason = '' }) => ({
        body: { to: person?.id ?? '', from, until, reason },
      })}
      said={`已委托${person?.name ?? ''}代办`}
      onClose={onClose}
    >
      {({ problemsAt }) => (
        <PersonsPicker
          id="to"
          label="请谁代办"
          several={false}
          value={to}
          onChange={setTo}
          problems={problemsAt('to')}
        />
      )}
    </FormDialog>
  );
};
