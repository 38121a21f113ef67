import { Link } from '@tanstack/react-router';
import type { Reply } from '@zhitongche/contract/web';
import { nounOf, type RegisterKind } from '@zhitongche/register';
import { Button, buttonClass, Icon, type IconName, lazily, Notice } from '@zhitongche/ui';
import { Suspense, useState } from 'react';
import { type KeptSearch, type KeptView, VIEWS } from './kept-search.ts';
import { useWays } from './kept-ways.ts';
import './KeptHead.css';

const CountDialog = lazily(() => import('./CountDialog.tsx').then((m) => m.CountDialog));

const ICONS: Readonly<Record<KeptView, IconName>> = {
  list: 'list',
  board: 'table',
  calendar: 'calendar',
  counts: 'chart',
};

/** Head of a register: its name with how many there are, ways of looking at it, and the way to a new row. */
export const KeptHead = ({
  kind,
  counts,
  keeps,
  search,
  onSearch,
}: {
  readonly kind: RegisterKind;
  readonly counts: Reply<'keptStages'>;
  /** Whether the reader enters rows. */
  readonly keeps: boolean;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}) => {
  const ways = useWays();
  const all = counts.stages.reduce((sum, { count }) => sum + count, 0);
  const stage = counts.stages.find((one) => one.stage === search.stage);
  const seen = viewsOf(kind);
  const [counting, setCounting] = useState(false);
  return (
    <header className="kept-head">
      <Link className="kept-back" to={ways.all}>
        <Icon name="chevron-left" />
        台账
      </Link>
      <div className="kept-head-row">
        <h1>{kind.name}</h1>
        <p className="soft">
          {all} {kind.measure}
          {search.retired
            ? `，现在看已注销的 ${counts.retired} ${kind.measure}`
            : stage
              ? `，现在看“${stage.label}”的 ${stage.count} ${kind.measure}`
              : ''}
        </p>
        <span className="grow" />
        {kind.plan && ways.all === '/insight/registers' ? (
          <Link to="/desk/plan/$register" params={{ register: kind.code }} className={buttonClass('quiet')}>
            计划与执行
          </Link>
        ) : null}
        {seen.length > 1 ? (
          <fieldset className="view-picks">
            <legend className="visually-hidden">查看方式</legend>
            {seen.map((view) => (
              <button
                key={view}
                type="button"
                className="view-pick"
                aria-pressed={(search.view ?? 'list') === view}
                onClick={() => onSearch(lookedAt(search, view))}
              >
                <Icon name={ICONS[view]} size="s" />
                {VIEWS[view]}
              </button>
            ))}
          </fieldset>
        ) : null}
        {keeps && kind.stock ? (
          <Button icon="check" onPress={() => setCounting(true)}>
            盘点
          </Button>
        ) : null}
        {keeps ? (
          <Link to={ways.enter} params={{ register: kind.code }} className={buttonClass('plain')}>
            <Icon name="plus" />
            <span>登记{nounOf(kind)}</span>
          </Link>
        ) : null}
      </div>
      {counts.notes.map((note) => (
        <Notice key={note} tone="warn">
          {note}
        </Notice>
      ))}
      {counting ? (
        <Suspense fallback={null}>
          <CountDialog kind={kind} onClose={() => setCounting(false)} />
        </Suspense>
      ) : null}
    </header>
  );
};

/** Views a register has something to show in. */
const viewsOf = ({ stages, day, dates, columns }: RegisterKind): readonly KeptView[] => [
  'list',
  ...(stages ? (['board'] as const) : []),
  ...(day !== undefined || dates.length > 0 ? (['calendar'] as const) : []),
  ...(columns.some(({ filter }) => filter) || stages ? (['counts'] as const) : []),
];

const lookedAt = ({ view: _view, ...search }: KeptSearch, view: KeptView): KeptSearch =>
  view === 'list' ? search : { ...search, view };
