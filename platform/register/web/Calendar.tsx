import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { cx, dayText, Empty, ErrorState, IconButton, Skeleton, usePhone, useToday } from '@zhitongche/ui';
import { fieldOf, type RowLine } from './columns.ts';
import { type KeptSearch, rowsQuery, withSet } from './kept-search.ts';
import { useWays } from './kept-ways.ts';
import { daysOf, monthLater, weeksOf } from './month.ts';
import './Calendar.css';

/** Most rows of a month that are shown; the server's most. */
const MOST = 200;
/** Rows of a day before the rest is counted. */
const SHOWN = 3;

/** Something of a row on a day. */
interface Entry {
  readonly key: string;
  readonly day: string;
  readonly row: RowLine;
  /** What happens. */
  readonly what: string;
  readonly light: 'red' | 'amber' | 'plain';
}

/** A month of the register: its own days, and what is due. */
export const Calendar = ({
  kind,
  search,
  onSearch,
}: {
  readonly kind: RegisterKind;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}) => {
  const today = useToday();
  const phone = usePhone();
  const month = search.month ?? today.slice(0, 7);
  const { entries, error, pending, cut, again } = useEntries(kind, search, month, today);
  const turn = (by: number): void => onSearch(withSet(search, 'month', monthLater(month, by)));
  return (
    <section className="kept-cal" aria-label="日历">
      <header className="kept-cal-head">
        <IconButton icon="chevron-left" label="上个月" variant="plain" onPress={() => turn(-1)} />
        <h2 aria-live="polite">
          {Number(month.slice(0, 4))}年{Number(month.slice(5))}月
        </h2>
        <IconButton icon="chevron-right" label="下个月" variant="plain" onPress={() => turn(1)} />
        <p className="soft">
          {pending ? '' : `${entries.length} 项`}
          {cut ? `，每类只列出前 ${MOST} 条，请先筛选` : ''}
        </p>
      </header>
      {error ? (
        <ErrorState error={error} onRetry={again} />
      ) : pending ? (
        <Skeleton lines={6} shape="rows" />
      ) : phone ? (
        <Agenda kind={kind} entries={entries} />
      ) : (
        <Month kind={kind} month={month} today={today} entries={entries} />
      )}
    </section>
  );
};

const useEntries = (kind: RegisterKind, search: KeptSearch, month: string, today: string) => {
  const { from, until } = daysOf(month);
  const { order: _order, due: _due, ...narrowed } = search;
  const asked = rowsQuery(kind.code, narrowed, MOST);
  const own = useQuery({
    ...read('keptRows', { ...asked, query: { ...asked.query, from, until } }),
    enabled: kind.day !== undefined,
  });
  const dues = useQuery({
    ...read('keptRows', {
      ...asked,
      query: { ...asked.query, order: 'due', dueFrom: from, dueUntil: until },
    }),
    enabled: kind.dates.length > 0,
  });
  const dayField = kind.day;
  const entries: readonly Entry[] = [
    ...(own.data?.items ?? []).flatMap((row): readonly Entry[] =>
      // A row without that day is listed by when it was entered, which is nothing for a calendar.
      dayField !== undefined && row.answers[dayField] === row.day
        ? [
            {
              key: `day ${row.id}`,
              day: row.day,
              row,
              what: whenOf(kind, row) ?? fieldOf(kind.whole, dayField)?.label ?? '',
              light: 'plain',
            },
          ]
        : [],
    ),
    ...(dues.data?.items ?? []).flatMap((row): readonly Entry[] =>
      row.due === null
        ? []
        : [
            {
              key: `due ${row.id}`,
              day: row.due,
              row,
              what: row.dueOf || '到期',
              light: row.due < today ? 'red' : 'amber',
            },
          ],
    ),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    entries,
    error: own.error ?? dues.error,
    pending: own.isLoading || dues.isLoading,
    cut: [own, dues].some(({ data }) => typeof data?.next === 'string'),
    again: () => void Promise.all([own.refetch(), dues.refetch()]),
  };
};

/** Of a booking when it begins and how it stands; undefined of what is none. */
const whenOf = ({ booking, stages }: RegisterKind, row: RowLine): string | undefined => {
  const from = booking && row.answers[booking.from];
  return typeof from === 'string' ? `${from} ${stages?.list[row.stage]?.label ?? ''}` : undefined;
};

const EntryLine = ({ kind, entry }: { readonly kind: RegisterKind; readonly entry: Entry }) => {
  const ways = useWays();
  const { row, what, light } = entry;
  return (
    <Link
      to={ways.row}
      params={{ register: kind.code, row: row.id }}
      className={cx('kept-cal-entry', `kept-cal-entry-${light}`)}
      title={`${row.title}，${what}`}
    >
      {light === 'red' ? '▲ ' : light === 'amber' ? '◆ ' : ''}
      {row.title}
      <span className="kept-cal-what">{what}</span>
    </Link>
  );
};

const Month = ({
  kind,
  month,
  today,
  entries,
}: {
  readonly kind: RegisterKind;
  readonly month: string;
  readonly today: string;
  readonly entries: readonly Entry[];
}) => (
  <table className="kept-cal-month">
    <thead>
      <tr>
        {['一', '二', '三', '四', '五', '六', '日'].map((day) => (
          <th key={day} scope="col">
            周{day}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(month).map((week) => (
        <tr key={week[0]}>
          {week.map((day) => {
            const here = entries.filter((entry) => entry.day === day);
            return (
              <td key={day} className={cx(day.slice(0, 7) !== month && 'kept-cal-away')}>
                <span
                  className={cx('kept-cal-day', day === today && 'kept-cal-today')}
                  {...(day === today ? { 'aria-current': 'date' } : {})}
                >
                  {Number(day.slice(8))}
                </span>
                {here.slice(0, SHOWN).map((entry) => (
                  <EntryLine key={entry.key} kind={kind} entry={entry} />
                ))}
                {here.length > SHOWN ? (
                  <details className="kept-cal-rest">
                    <summary>还有 {here.length - SHOWN} 项</summary>
                    {here.slice(SHOWN).map((entry) => (
                      <EntryLine key={entry.key} kind={kind} entry={entry} />
                    ))}
                  </details>
                ) : null}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);

/** The same on a phone: the days on which something is, one below the other. */
const Agenda = ({ kind, entries }: { readonly kind: RegisterKind; readonly entries: readonly Entry[] }) =>
  entries.length === 0 ? (
    <Empty icon="calendar" title="这个月没有要管的日子" />
  ) : (
    [...new Set(entries.map(({ day }) => day))].map((day) => (
      <section key={day} className="kept-cal-agenda">
        <h3>{dayText(day)}</h3>
        {entries
          .filter((entry) => entry.day === day)
          .map((entry) => (
            <EntryLine key={entry.key} kind={kind} entry={entry} />
          ))}
      </section>
    ))
  );
