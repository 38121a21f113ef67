import { useState } from 'react';
import { useRead, useWrite, type Reply } from '@zhitongche/contract/web';
import {
  Async,
  Button,
  ConfirmSheet,
  DataTable,
  Empty,
  PageHeader,
  toast,
  instantShort,
} from '@zhitongche/ui';
import { InitialPassword } from './InitialPassword.tsx';

type Request = Reply<'twoPersonRequests'>[number];
type Verb = 'agree' | 'refuse' | 'carry-out';

const VERBS: Readonly<Record<Verb, { verb: string; text: string }>> = {
  agree: { verb: '确认', text: '请先向本人或提出者核实，再确认。' },
  refuse: { verb: '退回', text: '退回后此请求作废，账户、数值、角色和办件都保持原样。' },
  'carry-out': {
    verb: '执行重置',
    text: '请当面核实是本人。执行后立即退出其全部登录；一次性密码只显示一次。',
  },
};

const KINDS = { reset: '重置', policy: '登录数值', role: '自设角色', erasure: '到期删除' } as const;

/** What no administrator does alone: resets of accounts that hold a role, figures of log-in, roles of the office's own. */
export const RequestsPage = () => {
  const query = useRead('twoPersonRequests', {});
  const [deciding, setDeciding] = useState<{ request: Request; verb: Verb } | null>(null);
  const fresh = ['twoPersonRequests', 'allPolicies', 'accounts', 'roleMatrix'] as const;
  const settle = useWrite('settleRequest', [...fresh]);
  const carryOut = useWrite('carryOutReset', [...fresh]);
  const verb = deciding === null ? null : VERBS[deciding.verb];
  const send = (): void => {
    if (deciding === null) return;
    const params = { id: deciding.request.id };
    const onSuccess = () => {
      toast(deciding.verb === 'refuse' ? '已退回' : deciding.verb === 'agree' ? '已确认' : '已重置');
      setDeciding(null);
    };
    if (deciding.verb === 'carry-out') carryOut.mutate({ params }, { onSuccess });
    else settle.mutate({ params, body: { agree: deciding.verb === 'agree' } }, { onSuccess });
  };
  const button = (request: Request, which: Verb) => (
    <Button
      size="small"
      variant={which === 'refuse' ? 'danger' : 'primary'}
      onPress={() => setDeciding({ request, verb: which })}
    >
      {VERBS[which].verb}
    </Button>
  );
  return (
    <div className="admin-page">
      <PageHeader
        title="待两人办理"
        intro="重置有角色的账户、改动登录数值、自设角色、删除到期的附件和个人信息，由一人提出、另一名管理员确认，缺一不可。"
      />
      {carryOut.data?.initialPassword === undefined ? null : (
        <InitialPassword password={carryOut.data.initialPassword} />
      )}
      <Async query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <Empty icon="shield" title="没有等待办理的请求" text="提出后会出现在这里，过期自动失效。" />
          ) : (
            <DataTable
              label="待两人办理"
              rows={requests}
              keyOf={(request) => request.id}
              columns={[
                { key: 'title', label: '事项', cell: (r) => `${KINDS[r.kind]}：${r.title}` },
                { key: 'detail', label: '内容', cell: (r) => r.detail },
                { key: 'by', label: '谁提出', cell: (r) => r.askedBy },
                { key: 'at', label: '何时', cell: (r) => instantShort(r.at) },
                {
                  key: 'do',
                  label: '操作',
                  cell: (r) =>
                    r.may === 'confirm' ? (
                      <span className="admin-acts">
                        {button(r, 'agree')}
                        {button(r, 'refuse')}
                      </span>
                    ) : r.may === 'carry-out' ? (
                      button(r, 'carry-out')
                    ) : (
                      <span className="soft">等待{r.waitsFor}</span>
                    ),
                },
              ]}
            />
          )
        }
      </Async>
      <ConfirmSheet
        open={deciding !== null}
        title={`${verb?.verb ?? ''}：${deciding?.request.title ?? ''}`}
        verb={verb?.verb ?? ''}
        danger={deciding?.verb !== 'agree'}
        pending={settle.isPending || carryOut.isPending}
        error={settle.error ?? carryOut.error}
        onClose={() => setDeciding(null)}
        onConfirm={send}
      >
        <p>
          {deciding?.request.askedBy} 提出：{deciding?.request.detail}
        </p>
        <p className="soft">{verb?.text}</p>
      </ConfirmSheet>
    </div>
  );
};
