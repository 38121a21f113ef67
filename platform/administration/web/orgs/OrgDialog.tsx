import { choice, type Fields, identifier, options, text, yesNo } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useMemo, useState } from 'react';
import { newUuid } from '../uuid.ts';
import { orgChoice } from './org-choice.ts';
import { ORG_KINDS, type OrgRow } from './org-tree.ts';

const { office: _root, ...KINDS } = ORG_KINDS;

/** What is asked of an organisation; the root has no place to choose, one that exists keeps its kind. */
const fieldsFor = (org: OrgRow | null, orgs: readonly OrgRow[]) => {
  const root = org?.parent === null;
  return {
    name: text('名称', { max: 100, required: true, width: 12 }),
    ...(root
      ? {}
      : {
          parent: orgChoice(
            '上级机构',
            orgs.filter(({ id }) => id !== org?.id),
          ),
        }),
    ...(org === null ? { kind: choice('类别', options(KINDS), { required: true }) } : {}),
    code: text('代码', {
      max: 32,
      pattern: { regex: '[a-z][a-z0-9-]*', hint: '小写字母、数字和短横，以字母开头' },
      help: '流程按代码找处室；启用后不要再改。',
    }),
    uscc: identifier('uscc', '统一社会信用代码'),
    ...(root ? {} : { active: yesNo('启用', { required: true }) }),
  } satisfies Fields;
};

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
  const kept = org && { name: org.name, code: org.code ?? '', uscc: org.uscc ?? '', active: org.active };
  const [start] = useState({ parent, kind: 'unit', active: true, ...kept });
  return (
    <FormDialog
      title={org === null ? '新建机构' : `修改：${org.name}`}
      verb="保存"
      write="saveOrg"
      refresh={['orgs']}
      about={org?.id ?? `below ${parent}`}
      fields={useMemo(() => fieldsFor(org, orgs), [org, orgs])}
      start={start}
      printed
      input={({ name = '', kind = org?.kind ?? '', active = true, ...more }) => ({
        params: { id },
        body: { parent, name, kind, active, ...more },
      })}
      said="已保存"
      onClose={onClose}
    />
  );
};
