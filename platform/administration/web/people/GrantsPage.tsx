import { useState } from 'react';
import { useRead, useWrite, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
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
import { isAdmin } from '../admin-rooms.ts';

type Pending = Reply<'pendingGrants'>[number];

/** Rights asked for and not yet in force: the second hand confirms or declines. */
export const GrantsPage = () => {
  const me = useMe();
  const query = useRead('pendingGrants', {});
  const [deciding, setDeciding] = useState<{ grant: Pending; agree: boolean } | null>(null);
  const confirm = useWrite('confirmGrant', ['pendingGrants', 'accounts']);
  const system = isAdmin(me, 'system-admin');
  return (
    <div className="admin-page">
      <PageHeader title="待确认授权" intro="安全管理员提出的授权，由系统管理员确认后才生效。" />
      <Async query={query}>
        {(grants) =>
          grants.length === 0 ? (
            <Empty icon="shield" title="没有待确认的授权" text="提出授权后会出现在这里。" />
          ) : (
            <DataTable
              label="待确认授权"
              rows={grants}
              keyOf={(g) => g.id}
              columns={[
                { key: 'person', label: '授予谁', cell: (g) => g.person },
                { key: 'role', label: '角色', cell: (g) => g.roleName },
                { key: 'org', label: '机构', cell: (g) => g.org },
                { key: 'by', label: '谁提出', cell: (g) => g.askedBy },
                { key: 'at', label: '何时', cell: (g) => instantShort(g.at) },
                {
                  key: 'do',
                  label: '操作',
                  cell: (g) =>
                    system ? (
                      <span className="admin-acts">
                        <Button
                          size="small"
                          variant="primary"
                          onPress={() => setDeciding({ grant: g, agree: true })}
                        >
                          确认授权
                        </Button>
                        <Button
                          size="small"
                          variant="danger"
                          onPress={() => setDeciding({ grant: g, agree: false })}
                        >
                          不予确认
                        </Button>
                      </span>
                    ) : (
                      <span className="soft">等待系统管理员</span>
                    ),
                },
              ]}
            />
          )
        }
      </Async>
      <ConfirmSheet
        open={deciding !== null}
        title={deciding?.agree === false ? '不予确认授权' : '确认授权'}
        verb={deciding?.agree === false ? '不予确认' : '确认授权'}
        danger={deciding?.agree === false}
        pending={confirm.isPending}
        error={confirm.error}
        onClose={() => setDeciding(null)}
        onConfirm={() => {
          if (deciding === null) return;
          confirm.mutate(
            { params: { id: deciding.grant.id }, body: { agree: deciding.agree } },
            {
              onSuccess: () => {
                toast(deciding.agree ? '已生效' : '已退回');
                setDeciding(null);
              },
            },
          );
        }}
      >
        {deciding === null ? null : (
          <p>
            {deciding.grant.askedBy} 提出授予 <strong>{deciding.grant.person}</strong> 在 {deciding.grant.org}{' '}
            的“{deciding.grant.roleName}”角色。
          </p>
        )}
      </ConfirmSheet>
    </div>
  );
};
