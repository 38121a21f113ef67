import type { Json } from '@zhitongche/base';
import type { Reply } from '@zhitongche/contract/web';
import { Badge, DataTable, Hint, KeyValues, instantText } from '@zhitongche/ui';
import { actionWords, objectWords } from './audit-words.ts';

type Row = Reply<'auditLog'>['items'][number];

const detailItems = (detail: Json): readonly { label: string; value: string }[] =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail)
    ? Object.entries(detail).map(([label, value]) => ({
        label,
        value: typeof value === 'string' ? value : JSON.stringify(value ?? null),
      }))
    : [];

const who = (row: Row): string => (row.behalf === null ? row.actor : `${row.actor}（代${row.behalf}）`);

/** Lines of the audit; a person or an object can be pressed to see only theirs. */
export const AuditTable = ({
  rows,
  onLookFor,
}: {
  readonly rows: readonly Row[];
  readonly onLookFor: (q: string) => void;
}) => (
  <DataTable
    label="审计日志"
    rows={rows}
    // Lines carry no id of their own: those of one seal share its number.
    keyOf={(row, i) => `${row.at} ${row.object} ${i}`}
    columns={[
      { key: 'at', label: '时间', cell: (row) => <span className="nowrap">{instantText(row.at)}</span> },
      {
        key: 'actor',
        label: '谁',
        cell: (row) =>
          row.actor === '' ? (
            <span className="soft">未登录者</span>
          ) : (
            <button
              type="button"
              className="admin-look"
              title="只看此人"
              onClick={() => onLookFor(row.actor)}
            >
              {who(row)}
            </button>
          ),
      },
      {
        key: 'action',
        label: '动作',
        cell: (row) => <span title={row.action}>{actionWords(row.action, row.verb)}</span>,
      },
      {
        key: 'object',
        label: '对象',
        cell: (row) => (
          <button
            type="button"
            className="admin-look"
            title="只看这个对象"
            onClick={() => onLookFor(row.object)}
          >
            {objectWords(row.object, row.name)}
          </button>
        ),
      },
      {
        key: 'result',
        label: '结果',
        cell: (row) =>
          row.result === 'ok' ? <Badge tone="ok">成功</Badge> : <Badge tone="warn">{row.result}</Badge>,
      },
      { key: 'source', label: '来源', tight: true, cell: (row) => row.source },
      {
        key: 'seal',
        label: '封签',
        figure: true,
        tight: true,
        cell: (row) => (row.seq === 0 ? <span className="soft">待封</span> : `第 ${row.seq} 封`),
      },
      {
        key: 'detail',
        label: '详情',
        cell: (row) => (
          <Hint word="查看" label={`${actionWords(row.action, row.verb)}的详情`}>
            <KeyValues
              items={[
                { label: '动作代码', value: <code>{row.action}</code> },
                { label: '对象', value: <code>{row.object}</code> },
                ...detailItems(row.detail),
                {
                  label: '封签摘要（SM3）',
                  value: row.digest === '' ? '尚未封签，稍后自动完成' : <code>{row.digest}</code>,
                },
              ]}
            />
          </Hint>
        ),
      },
    ]}
  />
);
