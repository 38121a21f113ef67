import { useState } from 'react';
import { Check, SelectField, TextField } from '@zhitongche/ui';
import { EditDialog } from '../edit/EditDialog.tsx';
import { filledIn, OrgField, PrintedField } from '../edit/EditFields.tsx';
import { useSending, useTyped } from '../edit/use-edit.ts';
import { newUuid } from '../uuid.ts';
import { ORG_KINDS, type OrgRow } from './org-tree.ts';

/** Adds an organisation below another, or changes one. */
export const OrgDialog = ({
  orgs,
  org,
  parent,
  onClose,
}: {
  readonly orgs: readonly OrgRow[];
  /** Null = a new one. */
  readonly org: OrgRow | null;
  readonly parent: string;
  readonly onClose: () => void;
}) => {
  const [id] = useState(() => org?.id ?? newUuid(Date.now()));
  const save = useSending('saveOrg', ['orgs']);
  const start = {
    parent,
    kind: org?.kind ?? 'unit',
    name: org?.name ?? '',
    code: org?.code ?? '',
    uscc: org?.uscc ?? '',
    active: org?.active ?? true,
  };
  const { typed, set, at } = useTyped('org', start, save);
  const root = org?.parent === null;
  const { kind, active, name } = typed;
  const body = {
    parent: typed.parent,
    kind,
    name: name.trim(),
    ...filledIn({ code: typed.code, uscc: typed.uscc }, 'code', 'uscc'),
    active,
  };
  return (
    <EditDialog
      title={org === null ? '新建机构' : `修改：${org.name}`}
      verb="保存"
      sending={save}
      ready={name.trim().length >= 2}
      beside={['name', 'parent', 'kind', 'code', 'uscc']}
      onClose={onClose}
      onSend={() => save.send({ params: { id }, body }, { said: '已保存', done: onClose })}
    >
      <PrintedField {...at('name')} label="名称" required maxLength={100} />
      {root ? null : (
        <>
          <OrgField {...at('parent')} label="上级机构" required orgs={orgs.filter((o) => o.id !== org?.id)} />
          <SelectField
            {...at('kind')}
            label="类别"
            required
            disabled={org !== null}
            options={Object.entries(ORG_KINDS).filter(([key]) => key !== 'office')}
          />
        </>
      )}
      <TextField
        {...at('code')}
        label="代码"
        help="流程按代码找处室，代码由小写字母和短横组成；启用后不要再改。"
        maxLength={32}
      />
      <TextField {...at('uscc')} label="统一社会信用代码" maxLength={18} />
      {root ? null : (
        <Check checked={active} onChange={(on) => set({ active: on })}>
          启用
        </Check>
      )}
    </EditDialog>
  );
};
