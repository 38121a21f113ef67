import { Check, Field, TextField } from '@zhitongche/ui';
import { EditDialog } from '../edit/EditDialog.tsx';
import { refusedAt } from '../edit/refused.ts';
import { useSending, useTyped } from '../edit/use-edit.ts';
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
  const ask = useSending('askRole', ['roleMatrix', 'twoPersonRequests']);
  const { typed, set, at } = useTyped(
    'office-role',
    () => ({ label: role?.name ?? '', codes: role?.codes.map(({ code }) => code) ?? [] }),
    ask,
  );
  const chosen = roles.filter((one) => one.joins && typed.codes.includes(one.role));
  const reach = chosen.every((one) => one.reach === chosen[0]?.reach) ? chosen[0]?.reach : undefined;
  const label = typed.label.trim();
  return (
    <EditDialog
      title={role === null ? '自设角色' : role.active ? `修改：${role.name}` : `恢复：${role.name}`}
      verb="提出"
      sending={ask}
      ready={label.length >= 2 && chosen.length > 0}
      beside={['label', 'codes']}
      onClose={onClose}
      onSend={() =>
        ask.send(
          { body: { ...(role === null ? {} : { role: role.role }), label, codes: [...typed.codes] } },
          { said: '已提出，等待系统管理员确认', done: onClose },
        )
      }
    >
      <TextField
        {...at('label')}
        label="名称"
        required
        help="本办怎样称呼，如“证照管理员（含台账）”。"
        maxLength={30}
      />
      <Field
        id="office-role-codes"
        group
        label="权限"
        required
        help={
          reach === undefined
            ? '勾选要合在一起的内置角色。单位的岗位与外办的岗位、申报与签署不能合并。'
            : placeWords({ places: [...commonPlaces(chosen)], reach })
        }
        problems={refusedAt(ask.error, 'codes')}
      >
        {() => (
          <div className="role-codes">
            {roles
              .filter(({ joins }) => joins)
              .map((one) => (
                <Check
                  key={one.role}
                  checked={typed.codes.includes(one.role)}
                  onChange={(on) =>
                    set({
                      codes: on
                        ? [...typed.codes, one.role]
                        : typed.codes.filter((code) => code !== one.role),
                    })
                  }
                >
                  {one.name}
                </Check>
              ))}
          </div>
        )}
      </Field>
      {role !== null && role.people > 0 ? (
        <p className="soft">现有 {role.people} 人持有，确认后他们的权限随之改变。</p>
      ) : null}
    </EditDialog>
  );
};
