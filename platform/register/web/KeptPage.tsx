import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ComponentProps, Suspense, useState } from 'react';
import { type Reply, useRead } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { useMe } from '@zhitongche/shell/web';
import { cx, ErrorState, lazily, PopoverButton, Skeleton, usePhone, useWide } from '@zhitongche/ui';
import { columnsOf, loadColumns, storeColumns } from './columns.ts';
import { KeptHead } from './KeptHead.tsx';
import { KeptList } from './KeptList.tsx';
import { ListFiles } from './ListFiles.tsx';
import { KeptSide } from './KeptSide.tsx';
import { isGrouped, type KeptSearch, listSought, readKeptSearch, withSet } from './kept-search.ts';
import { KeptTools } from './KeptTools.tsx';
import { useWays } from './kept-ways.ts';
import { kindQuery } from './register-kind.ts';
import { SavedViews } from './SavedViews.tsx';
import { StageBar } from './StageBar.tsx';
import { useMany } from './use-many.tsx';
import { useRows } from './use-rows.ts';
import './KeptPage.css';

const Board = lazily(() => import('./Board.tsx').then((m) => m.Board));
const Calendar = lazily(() => import('./Calendar.tsx').then((m) => m.Calendar));
const Schedule = lazily(() => import('./Schedule.tsx').then((m) => m.Schedule));
const RosterView = lazily(() => import('./RosterView.tsx').then((m) => m.RosterView));
const Counts = lazily(() => import('./Counts.tsx').then((m) => m.Counts));
const WholeList = lazily(() => import('./AskedBox.tsx').then((m) => m.WholeList));
const RowBeside = lazily(() => import('./RowBeside.tsx').then((m) => m.RowBeside));

/** One register that people keep: list, board, and a row beside it. */
export const KeptPage = () => {
  const { register = '' } = useParams({ strict: false });
  const kind = useQuery(kindQuery(register));
  const counts = useRead('keptStages', { params: { register } });
  const registers = useRead('keptRegisters', {});
  const error = counts.error ?? registers.error ?? kind.error;
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => void Promise.all([kind.refetch(), counts.refetch(), registers.refetch()])}
      />
    );
  if (!kind.data || !counts.data || !registers.data) return <Skeleton lines={8} shape="rows" />;
  const keeps = registers.data.find(({ code }) => code === register)?.keeps ?? false;
  return <Workplace key={register} kind={kind.data} counts={counts.data} keeps={keeps} />;
};

/** The columns of a register, and which of them somebody has chosen to see. */
const useShown = (kind: RegisterKind) => {
  const me = useMe();
  const columns = columnsOf(kind);
  const [shown, setShown] = useState(() => loadColumns(me.id, kind, columns));
  const show = (keys: readonly string[]): void => {
    setShown(keys);
    storeColumns(me.id, kind.code, keys);
  };
  return { columns, shown, show };
};

const Workplace = ({
  kind,
  counts,
  keeps,
}: {
  readonly kind: RegisterKind;
  readonly counts: Reply<'keptStages'>;
  readonly keeps: boolean;
}) => {
  const search = readKeptSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const ways = useWays();
  const wide = useWide();
  const { columns, shown, show } = useShown(kind);
  const listed = search.view === undefined;
  const phone = usePhone();
  const grouped = isGrouped(search, phone);
  const list = useRows(kind.code, search, undefined, listed && !grouped);
  const many = useMany(kind, list.rows, keeps && listed && !grouped && !phone && !search.retired);
  const go = (next: KeptSearch): void =>
    void navigate({
      to: ways.list,
      params: { register: kind.code },
      search: next,
      replace: true,
      resetScroll: false,
    });
  const sought = listSought(search);
  const beside = wide && search.open !== undefined;
  return (
    <div className={cx('kept frame-wide', beside && 'kept-beside', wide && listed && 'kept-aside')}>
      {wide && listed ? <KeptSide register={kind.code} search={search} onSearch={go} /> : null}
      <section className="kept-main" aria-label={kind.name}>
        <KeptHead kind={kind} counts={counts} keeps={keeps} search={search} onSearch={go} />
        {listed ? (
          <StageBar
            counts={counts}
            stage={search.stage}
            retired={search.retired ?? false}
            onPick={(pick) => {
              const { stage: _, retired: __, open: ___, ...rest } = search;
              go({ ...rest, ...pick });
            }}
          />
        ) : null}
        <div className={cx('kept-tools-row', isOwnCalendar(kind, search) && 'kept-tools-none')}>
          <KeptTools
            kind={kind}
            columns={columns}
            shown={shown}
            onShown={show}
            rows={list.rows}
            search={search}
            onSearch={go}
          />
          {many.way}
          {listed ? <ListFiles kind={kind} keeps={keeps} search={search} /> : null}
          {wide && listed ? null : (
            <PopoverButton label="常用视图" icon="star">
              {(close) => (
                <SavedViews
                  register={kind.code}
                  search={search}
                  onSearch={(next) => {
                    go(next);
                    close();
                  }}
                />
              )}
            </PopoverButton>
          )}
        </div>
        {many.bar}
        {listed && sought !== undefined ? (
          <Suspense fallback={null}>
            <WholeList kind={kind} list={sought} />
          </Suspense>
        ) : null}
        <Suspense fallback={<Skeleton lines={6} shape="rows" />}>
          <Looked {...{ kind, keeps, counts, list, shown, search }} onSearch={go} picking={many.picking} />
        </Suspense>
      </section>
      {beside ? (
        <Suspense fallback={<Skeleton lines={10} />}>
          <RowBeside
            key={search.open}
            kind={kind}
            id={search.open ?? ''}
            onClose={() => go(withSet(search, 'open', undefined))}
          />
        </Suspense>
      ) : null}
    </div>
  );
};

/** A calendar of things or of turns, which search and filters do not narrow. */
const isOwnCalendar = ({ booking, roster }: RegisterKind, { view, span }: KeptSearch): boolean =>
  view === 'calendar' && (roster !== undefined || (booking !== undefined && span !== 'month'));

/** The register as it is looked at. */
const Looked = ({
  kind,
  keeps,
  counts,
  search,
  onSearch,
  ...list
}: ComponentProps<typeof KeptList> & { readonly keeps: boolean }) => {
  switch (search.view) {
    case 'board':
      return <Board kind={kind} counts={counts} search={search} onSearch={onSearch} />;
    case 'calendar':
      return kind.roster ? (
        <RosterView kind={kind} roster={kind.roster} keeps={keeps} search={search} onSearch={onSearch} />
      ) : kind.booking ? (
        <Schedule kind={kind} keeps={keeps} search={search} onSearch={onSearch} />
      ) : (
        <Calendar kind={kind} search={search} onSearch={onSearch} />
      );
    case 'counts':
      return <Counts kind={kind} counts={counts} search={search} onSearch={onSearch} />;
    default:
      return <KeptList kind={kind} counts={counts} search={search} onSearch={onSearch} {...list} />;
  }
};
