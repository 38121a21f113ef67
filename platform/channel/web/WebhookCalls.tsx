import { WEBHOOK_EVENTS } from '@zhitongche/channel';
import { type Reply, useRead, useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, Badge, Button, Empty, instantShort, Refusal, toast, type Tone } from '@zhitongche/ui';
import './WebhookCalls.css';

type Call = Reply<'webhookCalls'>[number];

const STATES: Readonly<Record<Call['state'], readonly [Tone, string]>> = {
  queued: ['info', '待推送'],
  'handed-over': ['ok', '对方已收下'],
  stuck: ['danger', '推送受阻'],
  expired: ['idle', '已停用'],
};

/** The newest calls to one program, and the way to send one again by hand. */
export const WebhookCalls = ({ id }: { readonly id: string }) => {
  const runs = useMe().grants.some(({ role }) => role === 'system-admin');
  const query = useRead('webhookCalls', { params: { id } }, { staleTime: 0 });
  const replay = useWrite('replayCall', ['webhookCalls', 'webhooks']);
  return (
    <div className="stack">
      <Refusal error={replay.error} />
      <Async query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon="send" title="还没有推送" text="新增以后发生的事才会推送。" />
          ) : (
            <ul className="webhook-calls">
              {all.map((call) => (
                <li key={call.id} className="stack stack-tight">
                  <span className="row row-between">
                    <span>
                      {instantShort(call.at)} {WEBHOOK_EVENTS[call.event]}{' '}
                      <Badge tone={STATES[call.state][0]}>{STATES[call.state][1]}</Badge>{' '}
                      <span className="soft">{`试 ${call.tries} 次 ${call.said}`}</span>
                    </span>
                    {runs && (call.state === 'stuck' || call.state === 'handed-over') ? (
                      <Button
                        size="small"
                        pending={replay.isPending}
                        onPress={() =>
                          replay.mutate({ params: { id: call.id } }, { onSuccess: () => toast('已重新排队') })
                        }
                      >
                        重放
                      </Button>
                    ) : null}
                  </span>
                  <code className="webhook-body">{call.body}</code>
                </li>
              ))}
            </ul>
          )
        }
      </Async>
    </div>
  );
};
