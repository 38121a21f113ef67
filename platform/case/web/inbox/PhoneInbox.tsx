import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { CaseRow } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import { useOutbox } from '@zhitongche/contract/web';
import { Badge, Button, daysSaid, Light, Pager, SearchBox, VirtualRows, lazily } from '@zhitongche/ui';
import { filterCount, type InboxSearch, withFilterSet } from './inbox-search.ts';
import { InboxState } from './InboxState.tsx';
import { InboxTabs } from './InboxTabs.tsx';
import { StatusBadge, UrgentBadge } from '../case/StatusBadge.tsx';
import { useOpenAhead } from '../case/open-ahead.ts';
import { useInbox } from './use-inbox.ts';
import './PhoneInbox.css';

// Dialogs are a tenth of what a phone would load to see its inbox; few people filter.
const PhoneFilter = lazily(() => import('./PhoneFilter.tsx').then((m) => m.PhoneFilter));

/** The inbox on the phone: one card per case, nothing but what a decision needs. */
export const PhoneInbox = ({
  search,
  onSearch,
}: {
  readonly search: InboxSearch;
  readonly onSearch: (search: InboxSearch) => void;
}) => {
  const me = useMe();
  const inbox = useInbox(search);
  const [filtering, setFiltering] = useState(false);
  const ahead = useOpenAhead();
  const decided = new Map(
    useOutbox(me.id).flatMap((a) => ('case' in a && a.status === 'waiting' ? [[a.case, a.label]] : [])),
  );
  return (
    <div className="phone-inbox">
      <h1 className="visually-hidden">收件箱</h1>
      <InboxTabs search={search} />
      <div className="row">
        <SearchBox
          label="搜索标题、编号、单位"
          value={search.q ?? ''}
          onSearch={(q) => onSearch(withFilterSet(search, 'q', q))}
        />
        <Button icon="filter" onPress={() => setFiltering(true)}>
          {filterCount(search) > 0 ? `筛选 ${filterCount(search)}` : '筛选'}
        </Button>
      </div>
      <InboxState inbox={inbox} search={search} onSearch={onSearch}>
        <VirtualRows
          label="办件"
          items={inbox.rows}
          keyOf={(row) => row.id}
          estimate={150}
          row={(row) => (
            <Card
              row={row}
              gone={inbox.gone.has(row.id)}
              decided={decided.get(row.id)}
              onAhead={() => ahead(row)}
            />
          )}
        />
        <Pager
          shown={inbox.rows.length}
          total={inbox.total}
          more={inbox.query.hasNextPage}
          loading={inbox.query.isFetchingNextPage}
          onMore={() => void inbox.query.fetchNextPage()}
        />
      </InboxState>
      {filtering ? (
        <Suspense fallback={null}>
          <PhoneFilter
            search={search}
            units={inbox.units}
            onSearch={onSearch}
            onClose={() => setFiltering(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
};

const Card = ({
  row,
  gone,
  decided,
  onAhead,
}: {
  readonly row: CaseRow;
  readonly gone: boolean;
  readonly decided: string | undefined;
  readonly onAhead: () => void;
}) => (
  <Link
    to="/desk/cases/$case"
    params={{ case: row.id }}
    onPointerDown={onAhead}
    className={gone ? 'case-card case-card-gone' : 'case-card'}
  >
    <span className="case-card-title">{row.title || '未命名的申报'}</span>
    <span className="case-card-facts">
      <UrgentBadge row={row} />
      <span>{row.unit}</span>
      {row.facts.map((f) => (
        <span key={f.label}>{daysSaid(f.value)}</span>
      ))}
    </span>
    <span className="case-card-foot">
      <Light row={row} />
      <span className="grow" />
      {decided === undefined ? null : <Badge tone="warn">已{decided}，待发送</Badge>}
      {gone ? <Badge>已不在此列</Badge> : null}
      {row.status === 'running' ? <Badge tone="primary">{row.stepTitle}</Badge> : <StatusBadge row={row} />}
    </span>
  </Link>
);
