import { useState } from 'react';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, Badge, Button, DataTable, Dialog, Empty, Notice, PageHeader, dayText } from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import { NewVersionDialog } from './NewVersionDialog.tsx';
import { RowsTable } from './TableChangeView.tsx';

/** Most rows drawn at once when a table is looked at. */
const MOST = 300;

type Listed = Reply<'tables'>[number];

/** Reference tables with their versions; each version names its source and the day it holds from. */
export const TablesPage = () => {
  const me = useMe();
  const query = useRead('tables', {});
  const [open, setOpen] = useState<{ what: 'look' | 'load'; table: Listed } | null>(null);
  const edits = isAdmin(me, 'system-admin');
  return (
    <div className="admin-page">
      <PageHeader
        title="参考表"
        intro="经费标准、汇率、免签国别等。载入新版本不会改写旧版本，已受理的办件仍按当时的版本。"
      />
      <Async query={query}>
        {(tables) =>
          tables.length === 0 ? (
            <Empty icon="table" title="还没有参考表" />
          ) : (
            <>
              <Ending tables={tables} />
              <DataTable
                label="参考表"
                rows={tables}
                keyOf={(t) => `${t.table} ${t.validFrom}`}
                columns={[
                  {
                    key: 'title',
                    label: '名称',
                    cell: ({ title, ends }) => (
                      <>
                        {title}{' '}
                        {ends ? <Badge tone={ends.over ? 'danger' : 'warn'}>{ends.text}</Badge> : null}
                      </>
                    ),
                  },
                  {
                    key: 'from',
                    label: '施行日期',
                    cell: (t) => <span className="nowrap">{dayText(t.validFrom)}</span>,
                  },
                  { key: 'rows', label: '行数', figure: true, cell: (t) => t.rows },
                  { key: 'source', label: '来源', cell: (t) => t.source },
                  {
                    key: 'do',
                    label: '操作',
                    cell: (t) => (
                      <span className="admin-acts">
                        <Button size="small" onPress={() => setOpen({ what: 'look', table: t })}>
                          查看
                        </Button>
                        {edits && tables.find((each) => each.table === t.table) === t ? (
                          <Button size="small" onPress={() => setOpen({ what: 'load', table: t })}>
                            载入新版本
                          </Button>
                        ) : null}
                      </span>
                    ),
                  },
                ]}
              />
            </>
          )
        }
      </Async>
      {open?.what === 'look' ? <LookDialog table={open.table} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'load' ? <NewVersionDialog table={open.table} onClose={() => setOpen(null)} /> : null}
    </div>
  );
};

/** Lists that end, said first: after their last day the program answers that it does not know. */
const Ending = ({ tables }: { readonly tables: readonly Listed[] }) => {
  const ending = tables.filter(({ ends }) => ends !== null);
  if (ending.length === 0) return null;
  const over = ending.some(({ ends }) => ends?.over);
  return (
    <Notice tone={over ? 'danger' : 'warn'} title={over ? '有名单已到期' : '有名单即将到期'}>
      {ending.map(({ table, title, ends }) => (
        <p key={table}>
          {title}：{ends?.text}。
        </p>
      ))}
      <p>到期的行从次日起一律答“未知”。请核对外交部等机关的最新公布，载入新版本。</p>
    </Notice>
  );
};

const LookDialog = ({ table, onClose }: { readonly table: Listed; readonly onClose: () => void }) => {
  const query = useRead('table', { params: { table: table.table }, query: { on: table.validFrom } });
  return (
    <Dialog open size="full" title={`${table.title}（${dayText(table.validFrom)}起）`} onClose={onClose}>
      <Async query={query}>
        {(rows) => (
          <div className="stack">
            {rows.length > MOST ? (
              <p className="soft">
                共 {rows.length} 行，显示前 {MOST} 行。
              </p>
            ) : null}
            <RowsTable label={table.title} rows={rows.slice(0, MOST)} />
          </div>
        )}
      </Async>
    </Dialog>
  );
};
