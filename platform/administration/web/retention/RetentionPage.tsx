import { useState } from 'react';
import { useRead, useWrite, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, Button, ConfirmSheet, DataTable, PageHeader, toast } from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import { Holds } from './Holds.tsx';

type Retention = Reply<'retention'>;
const PARTS = { files: '附件', personal: '个人信息' } as const;

/** How long everything is kept, what is over its term, and which cases are held; two persons delete, never one. */
export const RetentionPage = () => {
  const query = useRead('retention', {});
  return (
    <div className="admin-page">
      <PageHeader
        title="保存期限"
        intro="期限在“政策数值”中修改。到期的附件和个人信息由系统管理员列成清单、审计管理员确认，定时任务随后删除；办理过程、编号和文书不在其内。"
      />
      <Async query={query}>
        {(seen) => (
          <>
            <Due seen={seen} />
            <Holds held={seen.held} />
            <Terms terms={seen.terms} />
          </>
        )}
      </Async>
    </div>
  );
};

const Terms = ({ terms }: Pick<Retention, 'terms'>) => (
  <section aria-label="各类内容的保存期限" className="admin-part">
    <h2>各类内容的保存期限</h2>
    <DataTable
      label="各类内容的保存期限"
      rows={terms}
      keyOf={(row) => row.what}
      columns={[
        { key: 'what', label: '内容', cell: (row) => row.what },
        { key: 'term', label: '期限', cell: (row) => `${row.from}${row.term}` },
        { key: 'basis', label: '依据', cell: (row) => row.basis },
        { key: 'done', label: '到期后', cell: (row) => row.doneBy },
      ]}
    />
  </section>
);

const Due = ({ seen }: { readonly seen: Retention }) => {
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const ask = useWrite('askErasure', ['retention', 'twoPersonRequests']);
  return (
    <section aria-label="到期的办件" className="admin-part">
      <h2>到期的办件</h2>
      {seen.withoutKey === 0 ? null : (
        <p className="soft">
          另有 {seen.withoutKey}{' '}
          件在升级前开始办理，其个人信息与全办共用一把密钥，不能单独删除；附件可以删除。
        </p>
      )}
      {seen.due.length === 0 ? (
        <p className="soft">没有到期的办件，到期后会列在这里。</p>
      ) : (
        <>
          <DataTable
            label="到期的办件"
            rows={seen.due}
            keyOf={(row) => row.id}
            columns={[
              { key: 'number', label: '办件编号', cell: (row) => row.number },
              { key: 'service', label: '事项', cell: (row) => row.service },
              { key: 'closed', label: '办结', cell: (row) => row.closedOn },
              { key: 'parts', label: '到期', cell: (row) => row.parts.map((part) => PARTS[part]).join('、') },
            ]}
          />
          {isAdmin(me, 'system-admin') ? (
            <Button variant="danger" onPress={() => setAsking(true)}>
              列成清单，提请删除
            </Button>
          ) : null}
        </>
      )}
      <ConfirmSheet
        open={asking}
        title="提请删除到期内容"
        verb="提请"
        danger
        pending={ask.isPending}
        error={ask.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          ask.mutate(
            {},
            {
              onSuccess: () => {
                toast('已提请，待审计管理员确认');
                setAsking(false);
              },
            },
          )
        }
      >
        <p>清单含上面 {seen.due.length} 件。审计管理员确认后删除，不能恢复；有争议的请先保全。</p>
      </ConfirmSheet>
    </section>
  );
};
