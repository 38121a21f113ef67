import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey, type Reply, useRead, useWrite } from '@zhitongche/contract/web';
import {
  Badge,
  Button,
  dayText,
  Empty,
  ErrorState,
  instantShort,
  messageOf,
  Notice,
  Skeleton,
  TextField,
  toast,
} from '@zhitongche/ui';

type Finding = Reply<'moneyFindings'>['findings'][number];

/** 待核查: messages that did not simply pay, and days without a fee. */
export const FindingsPanel = () => {
  const { data, error, refetch } = useRead('moneyFindings', {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.findings.length + data.gaps.length === 0)
    return <Empty icon="check" title="没有待核查的" text="不符的支付通知、没有收费标准的日子会列在这里。" />;
  return (
    <div className="stack">
      {data.gaps.map(({ fee, service, words }) => (
        <Notice key={`${service} ${fee}`} tone="warn" title={`${service}：${fee}`}>
          {words}。请系统管理员在“数值设定”中补上。
        </Notice>
      ))}
      <ul className="money-findings">
        {data.findings.map((one) => (
          <Found key={`${one.day} ${one.kind} ${one.about}`} one={one} />
        ))}
      </ul>
    </div>
  );
};

const Found = ({ one }: { readonly one: Finding }) => {
  const [note, setNote] = useState<string | null>(null);
  const settle = useWrite('settleFinding', ['moneyFindings']);
  const id = `finding-${one.day}-${one.kind}-${one.about}`;
  return (
    <li className="card stack">
      <p className="row">
        <strong>{one.words}</strong>
        <Badge tone={one.settled ? 'ok' : 'warn'}>{one.settled ? '已处理' : '待核查'}</Badge>
        <span className="soft">
          {dayText(one.day)} · {one.times} 次 · 最近 {instantShort(one.lastAt)}
        </span>
      </p>
      {one.about === '' && one.detail === '' ? null : (
        <p className="soft money-digest">
          {one.caseId === null ? null : (
            <Link to="/desk/cases/$case" params={{ case: one.caseId }}>
              打开办件
            </Link>
          )}{' '}
          {one.about} {one.detail}
        </p>
      )}
      {one.settled ? <p>{one.settled.note}</p> : null}
      {one.settled ? null : note === null ? (
        <div>
          <Button size="small" onPress={() => setNote('')}>
            写明处理
          </Button>
        </div>
      ) : (
        <div className="stack">
          <TextField id={id} label="怎样处理的" required maxLength={500} value={note} onChange={setNote} />
          <div>
            <Button
              variant="primary"
              pending={settle.isPending}
              isDisabled={note.trim() === ''}
              onPress={() =>
                settle.mutate(
                  {
                    body: { day: one.day, kind: one.kind, about: one.about, note },
                    options: { key: newKey() },
                  },
                  { onSuccess: () => toast('已记下'), onError: (error) => toast(messageOf(error), 'danger') },
                )
              }
            >
              记下
            </Button>
          </div>
        </div>
      )}
    </li>
  );
};
