import { choices, text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useMemo, useState } from 'react';
import type { RoleLine } from './role-matrix.ts';
import { commonPlaces, placeWords } from './role-words.ts';

/** Makes a role of the office's own out of the codes there are, or changes one; the system administrator must agree. */
export const OfficeRoleDialog = ({
  role,
  roles,
  onClose,
}: {
  /** Null = a new one. */
  readonly role: RoleLine | null;
  readonly roles: readonly RoleLine[];
  readonly onClose: () => void;
}) => {
  const [start] = useState(() => ({
    label: role?.name ?? '',
    codes: role?.codes.map(({ code }) => code) ?? [],
  }));
  const joining = useMemo(() => roles.filter(({ joins }) => joins), [roles]);
  const fields = useMemo(
    () => ({
      label: text('名称', {
        max: 30,
        required: true,
        width: 12,
        help: '本办怎样称呼，如“证照管理员（含台账）”。',
      }),
      codes: choices(
        '权限',
        joining.map((one) => ({ value: one.role, label: one.name })),
        {
          required: true,
          help: '勾选要合在一起的内置角色。单位的岗位与外办的岗位、申报与签署不能合并。',
        },
      ),
    }),
    [joining],
  );
  return (
    <FormDialog
      title={role === null ? '自设角色' : role.active ? `修改：${role.name}` : `恢复：${role.name}`}
      verb="提出"
      write="askRole"
      refresh={['roleMatrix', 'twoPersonRequests']}
      about={role?.role ?? ''}
      fields={fields}
      start={start}
      input={({ label = '', codes = [] }) => ({
        body: { ...(role === null ? {} : { role: role.role }), label, codes: [...codes] },
      })}
      said="已提出，等待系统管理员确认"
      onClose={onClose}
    >
      {({ answers: { codes } }) => (
        <>
          <Placed chosen={joining.filter((one) => Array.isArray(codes) && codes.includes(one.role))} />
          {role !== null && role.people > 0 ? (
            <p className="soft">现有 {role.people} 人持有，确认后他们的权限随之改变。</p>
          ) : null}
        </>
      )}
    </FormDialog>
  );
};

/** Where a role of these codes can be held, once they reach equally far. */
const Placed = ({ chosen }: { readonly chosen: readonly RoleLine[] }) => {
  const [first] = chosen;
  return first !== undefined && chosen.every(({ reach }) => reach === first.reach) ? (
    <p className="soft">{placeWords({ places: [...commonPlaces(chosen)], reach: first.reach })}</p>
  ) : null;
};
