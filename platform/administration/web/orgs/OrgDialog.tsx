import { useState } from 'react';
import { useWrite } from '@zhitongche/contract/web';
import { usePrintable } from '@zhitongche/form/web';
import { Check, ConfirmSheet, Field, toast } from '@zhitongche/ui';
import { Refused } from '../Refused.tsx';
import { printedAt, refusedAt } from '../refused.ts';
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
  const [typed, setTyped] = useState({
    parent,
    kind: org?.kind ?? 'unit',
    name: org?.name ?? '',
    code: org?.code ?? '',
    uscc: org?.uscc ?? '',
    active: org?.active ?? true,
  });
  const [id] = useState(() => org?.id ?? newUuid(Date.now()));
  const save = useWrite('saveOrg', ['orgs']);
  const at = (field: string) => refusedAt(save.error, field);
  const printable = usePrintable();
  const root = org?.parent === null;
  return (
    <ConfirmSheet
      open
      title={org === null ? '新建机构' : `修改：${org.name}`}
      verb="保存"
      pending={save.isPending}
      ready={typed.name.trim().length >= 2}
      onClose={onClose}
      onConfirm={() =>
        save.mutate(
          {
            params: { id },
            body: {
              parent: typed.parent,
              kind: typed.kind,
              name: typed.name.trim(),
              ...(typed.code.trim() === '' ? {} : { code: typed.code.trim() }),
              ...(typed.uscc.trim() === '' ? {} : { uscc: typed.uscc.trim() }),
              active: typed.active,
            },
          },
          {
            onSuccess: () => {
              toast('已保存');
              onClose();
            },
          },
        )
      }
    >
      <Field
        id="org-name"
        label="名称"
        required
        problems={printedAt(printable('名称', typed.name), at('name'))}
      >
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={100}
            value={typed.name}
            onChange={(e) => setTyped({ ...typed, name: e.target.value })}
          />
        )}
      </Field>
      {root ? null : (
        <>
          <Field id="org-parent" label="上级机构" required problems={at('parent')}>
            {(aria) => (
              <select
                {...aria}
                className="input"
                value={typed.parent}
                onChange={(e) => setTyped({ ...typed, parent: e.target.value })}
              >
                {orgs
                  .filter((o) => o.id !== org?.id)
                  .map((o) => (
                    <option key={o.id} value={o.id}>
                      {o.name}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field id="org-kind" label="类别" required problems={at('kind')}>
            {(aria) => (
              <select
                {...aria}
                className="input"
                value={typed.kind}
                disabled={org !== null}
                onChange={(e) => setTyped({ ...typed, kind: e.target.value })}
              >
                {Object.entries(ORG_KINDS)
                  .filter(([kind]) => kind !== 'office')
                  .map(([kind, label]) => (
                    <option key={kind} value={kind}>
                      {label}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        </>
      )}
      <Field
        id="org-code"
        label="代码"
        help="流程按代码找处室，代码由小写字母和短横组成；启用后不要再改。"
        problems={at('code')}
      >
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={32}
            value={typed.code}
            onChange={(e) => setTyped({ ...typed, code: e.target.value })}
          />
        )}
      </Field>
      <Field id="org-uscc" label="统一社会信用代码" problems={at('uscc')}>
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={18}
            value={typed.uscc}
            onChange={(e) => setTyped({ ...typed, uscc: e.target.value })}
          />
        )}
      </Field>
      {root ? null : (
        <Check checked={typed.active} onChange={(active) => setTyped({ ...typed, active })}>
          启用
        </Check>
      )}
      <Refused error={save.error} beside={['name', 'parent', 'kind', 'code', 'uscc']} />
    </ConfirmSheet>
  );
};
