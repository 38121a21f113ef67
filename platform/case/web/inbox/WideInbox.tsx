import { Suspense, useState } from 'react';
import { Skeleton, lazily } from '@zhitongche/ui';
import { useMe } from '@zhitongche/shell/web';
import { loadColumns, storeColumns } from './columns.tsx';
import type { InboxSearch } from './inbox-search.ts';
import { InboxFilters } from './InboxFilters.tsx';
import { InboxHead } from './InboxHead.tsx';
import { InboxState } from './InboxState.tsx';
import { InboxWork } from './InboxWork.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { useInbox } from './use-inbox.ts';
import './Inbox.css';

const CaseBeside = lazily(() => import('../desk/CaseBeside.tsx').then((m) => m.CaseBeside));

/** No columns: the narrow list beside a case. */
const NARROW: readonly string[] = [];

const withOpen = ({ open: _open, ...rest }: InboxSearch, id: string | undefined): InboxSearch =>
  id === undefined ? rest : { ...rest, open: id };

/** The inbox on the desk: list, keyboard, selection, and a case beside it when asked. */
export const WideInbox = ({
  search,
  onSearch,
}: {
  readonly search: InboxSearch;
  readonly onSearch: (search: InboxSearch) => void;
}) => {
  const me = useMe();
  const inbox = useInbox(search);
  const [columns, setColumns] = useState(() => loadColumns(me.id));
  const [help, setHelp] = useState(false);
  const { open } = search;
  const onOpen = (id: string | undefined): void => onSearch(withOpen(search, id));
  return (
    <div className={open === undefined ? 'inbox' : 'inbox inbox-beside'}>
      <section className="inbox-list" aria-label="收件箱">
        <InboxHead
          search={search}
          onSearch={onSearch}
          shown={inbox.rows.length}
          more={inbox.query.hasNextPage}
          total={inbox.total}
          columns={columns}
          onColumns={(keys) => {
            setColumns(keys);
            storeColumns(me.id, keys);
          }}
          beside={open !== undefined}
          onBeside={() => onOpen(open === undefined ? inbox.rows[0]?.id : undefined)}
          onHelp={() => setHelp(true)}
        />
        <InboxFilters search={search} units={inbox.units} onChange={onSearch} />
        <InboxState inbox={inbox} search={search} onSearch={onSearch}>
          <InboxWork
            inbox={inbox}
            columns={open === undefined ? columns : NARROW}
            open={open}
            onOpen={onOpen}
            onHelp={() => setHelp(true)}
          />
        </InboxState>
      </section>
      {open === undefined ? null : (
        <Suspense fallback={<Skeleton lines={10} />}>
          <CaseBeside key={open} id={open} onClose={() => onOpen(undefined)} />
        </Suspense>
      )}
      {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </div>
  );
};
