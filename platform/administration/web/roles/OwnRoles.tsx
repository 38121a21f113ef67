import { useSending } from '@zhitongche/form/web';
import { useState } from 'react';
import { Badge, Button, ConfirmSheet, DataTable } from '@zhitongche/ui';
import { OfficeRoleDialog } from './OfficeRoleDialog.tsx';
import type { RoleLine } from './role-matrix.ts';
import { placeWords } from './role-words.ts';

/** The roles an office made of its own; who looks after rights adds, changes and retires them here. */
export const OwnRoles = ({
  roles,
  edits,
}: {
  readonly roles: readonly RoleLine[];
  readonly edits: boolean;
}) => {
  const [editing, setEditing] = useState<RoleLine | 'new' | null>(null);
  const [ending, setEnding] = useState<RoleLine | null>(null);
  const retire = useSending('retireRole', ['roleMatrix', 'accounts']);
  const own = roles.filter((one) => one.own);
  const acts = (role: RoleLine) => (
    <span className="admin-acts">
      <Button size="small" onPress={() => setEditing(role)}>
        {role.active ? '修改' : '恢复'}
      </Button>
      {role.active ? (
        <Button size="small" variant="danger" onPress={() => setEnding(role)}>
          停用
        </Button>
      ) : null}
    </span>
  );
  return (
    <section className="stack stack-tight own-roles" aria-label="自设角色">
      <div className="row row-between">
        <h2>自设角色</h2>
        {edits ? <Button onPress={() => setEditing('new')}>新设角色</Button> : null}
      </div>
      {own.length === 0 ? (
        <p className="soft">没有自设角色。可把几个内置角色合成一个，按本办的叫法命名。</p>
      ) : (
        <DataTable
          label="自设角色"
          rows={own}
          keyOf={(role) => role.role}
          columns={[
            {
              key: 'name',
              label: '名称',
              cell: (role) => (
                <>
                  {role.name} {role.active ? null : <Badge>已停用</Badge>}
                </>
              ),
            },
            { key: 'codes', label: '权限', cell: (role) => role.codes.map(({ name }) => name).join('、') },
            { key: 'places', label: '设在哪里', cell: placeWords },
            { key: 'people', label: '人数', figure: true, cell: (role) => role.people },
            ...(edits ? [{ key: 'do', label: '操作', cell: acts }] : []),
          ]}
        />
      )}
      {editing === null ? null : (
        <OfficeRoleDialog
          role={editing === 'new' ? null : editing}
          roles={roles}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmSheet
        open={ending !== null}
        title={`停用：${ending?.name ?? ''}`}
        verb="停用"
        danger
        pending={retire.pending}
        error={retire.error}
        onClose={() => setEnding(null)}
        onConfirm={() => {
          if (ending === null) return;
          retire.send({ params: { role: ending.role } }, { said: '已停用', done: () => setEnding(null) });
        }}
      >
        <p>
          立即生效，不需要第二人确认：{ending?.people ?? 0} 人不再有这一角色的权限，轮到他们的件由其他人办理。
        </p>
        <p className="soft">恢复使用须由系统管理员确认，原持有人的权限随之恢复。</p>
      </ConfirmSheet>
    </section>
  );
};
