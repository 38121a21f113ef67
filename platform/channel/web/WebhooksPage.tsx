import { useState } from 'react';
import { WEBHOOK_EVENTS } from '@zhitongche/channel';
import { type Reply, useRead, useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import {
  Async,
  Badge,
  Button,
  ConfirmSheet,
  DataTable,
  Dialog,
  Empty,
  instantShort,
  Notice,
  PageHeader,
} from '@zhitongche/ui';
import { NewWebhook } from './NewWebhook.tsx';
import { WebhookCalls } from './WebhookCalls.tsx';

type Webhook = Reply<'webhooks'>[number];

/** Other programs that are told what happened: made and ended by the security administrator, replayed by the system administrator. */
export const WebhooksPage = () => {
  const makes = useMe().grants.some(({ role }) => role === 'security-admin');
  const query = useRead('webhooks', {}, { staleTime: 0 });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState('');
  const [open, setOpen] = useState<Webhook | null>(null);
  const [ending, setEnding] = useState<Webhook | null>(null);
  const end = useWrite('endWebhook', ['webhooks', 'webhookCalls']);
  return (
    <div className="admin-page">
      <PageHeader
        title="推送地址"
        intro="办件收到、退回或结束时，把办件编号告诉其他系统；不含姓名和填报内容。每次推送都有签名，对方没收下会再试，仍不成可以手工重放。"
      >
        {makes ? (
          <Button icon="plus" variant="primary" onPress={() => setAdding(true)}>
            新增推送地址
          </Button>
        ) : null}
      </PageHeader>
      {secret === '' ? null : (
        <div className="admin-part">
          <Notice tone="ok" live title="签名密钥只显示这一次，请交给对方保存">
            <p className="password-once">{secret}</p>
            <div className="row">
              <Button onPress={() => setSecret('')}>已保存</Button>
            </div>
          </Notice>
        </div>
      )}
      <Async query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon="external" title="还没有推送地址" text="由安全管理员新增。" />
          ) : (
            <DataTable
              label="推送地址"
              rows={all}
              keyOf={(row) => row.id}
              columns={[
                { key: 'label', label: '对方', cell: (row) => row.label },
                { key: 'url', label: '地址', cell: (row) => <code>{row.url}</code> },
                {
                  key: 'events',
                  label: '推送什么',
                  cell: (row) => row.events.map((event) => WEBHOOK_EVENTS[event]).join('、'),
                },
                { key: 'by', label: '谁新增', cell: (row) => `${row.by}，${instantShort(row.at)}` },
                { key: 'state', label: '状态', tight: true, cell: stateOf },
                {
                  key: 'do',
                  label: '操作',
                  cell: (row) => (
                    <span className="admin-acts">
                      <Button size="small" onPress={() => setOpen(row)}>
                        看推送
                      </Button>
                      {makes && row.endedAt === null ? (
                        <Button size="small" variant="danger" onPress={() => setEnding(row)}>
                          停用
                        </Button>
                      ) : null}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Async>
      <Dialog open={adding} title="新增推送地址" dismissable={false} onClose={() => setAdding(false)}>
        <NewWebhook
          onDone={(made) => {
            setAdding(false);
            setSecret(made);
          }}
        />
      </Dialog>
      <Dialog open={open !== null} title={`推送给${open?.label ?? ''}`} onClose={() => setOpen(null)}>
        {open === null ? null : <WebhookCalls id={open.id} />}
      </Dialog>
      <ConfirmSheet
        open={ending !== null}
        title={`停用：${ending?.label ?? ''}`}
        verb="停用"
        danger
        pending={end.isPending}
        error={end.error}
        onClose={() => setEnding(null)}
        onConfirm={() =>
          ending === null
            ? undefined
            : end.mutate({ params: { id: ending.id } }, { onSuccess: () => setEnding(null) })
        }
      >
        <p>停用后不再推送，未推送的也不再推送；恢复须另行新增，密钥随之更换。</p>
      </ConfirmSheet>
    </div>
  );
};

const stateOf = (row: Webhook) =>
  row.endedAt !== null ? (
    <Badge tone="idle">已停用</Badge>
  ) : row.stuck > 0 ? (
    <Badge tone="danger">{`${row.stuck} 次受阻`}</Badge>
  ) : row.queued > 0 ? (
    <Badge tone="info">{`${row.queued} 次待推送`}</Badge>
  ) : (
    <Badge tone="ok">正常</Badge>
  );
