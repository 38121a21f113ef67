import type { TotalShape } from '@zhitongche/contract';
import { urlOf, useRead } from '@zhitongche/contract/web';
import { IconButton, Check, DownloadButton, PopoverButton, totalText } from '@zhitongche/ui';
import { INBOX_COLUMNS } from './columns.tsx';
import { exportQuery, type InboxSearch } from './inbox-search.ts';
import { InboxTabs } from './InboxTabs.tsx';

/** How many are overdue or nearly so, each leading to exactly those. */
const Alarms = ({
  search,
  onSearch,
}: {
  readonly search: InboxSearch;
  readonly onSearch: (s: InboxSearch) => void;
}) => {
  const { data } = useRead('inboxCounts', {});
  if (data === undefined || (search.tab ?? 'todo') !== 'todo') return null;
  return (
    <>
      {data.red > 0 ? (
        <button type="button" className="inbox-alarm tone-danger" onClick={() => onSearch({ light: 'red' })}>
          {data.red} 件超期
        </button>
      ) : null}
      {data.amber > 0 ? (
        <button type="button" className="inbox-alarm tone-warn" onClick={() => onSearch({ light: 'amber' })}>
          {data.amber} 件快到期
        </button>
      ) : null}
    </>
  );
};

/** The head of the inbox: tabs, totals that agree with the rows, columns, export, help. */
export const InboxHead = ({
  search,
  onSearch,
  shown,
  more,
  total,
  columns,
  onColumns,
  beside,
  onBeside,
  onHelp,
}: {
  readonly search: InboxSearch;
  readonly onSearch: (search: InboxSearch) => void;
  readonly shown: number;
  readonly more: boolean;
  readonly total: TotalShape | undefined;
  readonly columns: readonly string[];
  readonly onColumns: (keys: readonly string[]) => void;
  readonly beside: boolean;
  readonly onBeside: () => void;
  readonly onHelp: () => void;
}) => {
  return (
    <header className="inbox-head">
      <h1 className="visually-hidden">收件箱</h1>
      <InboxTabs search={search} />
      <div className="inbox-tools">
        <Alarms search={search} onSearch={onSearch} />
        <span className="soft" aria-live="polite">
          {totalText('件', { shown, more, total })}
        </span>
        {beside ? null : (
          <PopoverButton label="显示列" icon="settings" variant="quiet">
            <p className="soft">标题总在最前。</p>
            {INBOX_COLUMNS.map((column) => (
              <Check
                key={column.key}
                checked={columns.includes(column.key)}
                onChange={(on) =>
                  onColumns(
                    INBOX_COLUMNS.map((c) => c.key).filter((key) =>
                      key === column.key ? on : columns.includes(key),
                    ),
                  )
                }
              >
                {column.label}
              </Check>
            ))}
          </PopoverButton>
        )}
        <DownloadButton href={urlOf('exportCases', exportQuery(search))} download variant="quiet">
          导出
        </DownloadButton>
        <IconButton
          icon="desk"
          label={beside ? '收起对照（v）' : '左右对照（v）'}
          aria-pressed={beside}
          onPress={onBeside}
        />
        <IconButton icon="info" label="快捷键（?）" onPress={onHelp} />
      </div>
    </header>
  );
};
