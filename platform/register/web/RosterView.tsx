import { useQuery } from '@tanstack/react-query';
import { read, type Reply } from '@zhitongche/contract/web';
import type { RegisterKind, Roster } from '@zhitongche/register';
import {
  Badge,
  cx,
  dayText,
  Empty,
  ErrorState,
  IconButton,
  lazily,
  Skeleton,
  usePhone,
  useToday,
} from '@zhitongche/ui';
import { Suspense, useState } from 'react';
import { type KeptSearch, withSet } from './kept-search.ts';
import { daysOf, monthLater, weeksOf } from './month.ts';
import { RosterShift } from './RosterShift.tsx';
import './Calendar.css';
import './RosterView.css';

const AssignDialog = lazily(() => import('./AssignDialog.tsx').then((m) => m.AssignDialog));

/** Turns over some days, and where somebody is missing. */
export type Turns = Reply<'keptRoster'>;
/** A post of a shift that is not held. */
export type OpenPost = Pick<Turns['gaps'][number], 'day' | 'shift' | 'post' | 'missing'>;

/** A month of duty: every shift with who holds it, what is missing in red and pressed to fill it. */
export const RosterView = ({
  kind,
  roster,
  keeps,
  search,
  onSearch,
}: {
  readonly kind: RegisterKind;
  readonly roster: Roster;
  readonly keeps: boolean;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}) => {
  const today = useToday();
  const phone = usePhone();
  const month = search.month ?? today.slice(0, 7);
  const weeks = weeksOf(month);
  const [from, until] = phone
    ? [daysOf(month).from, daysOf(month).until]
    : [weeks[0]?.[0] ?? `${month}-01`, weeks.at(-1)?.[6] ?? `${month}-28`];
  const [filling, setFilling] = useState<OpenPost | null>(null);
  const { data, error, refetch } = useQuery(
    read('keptRoster', { params: { register: kind.code }, query: { from, until } }),
  );
  const turn = (by: number): void => onSearch(withSet(search, 'month', monthLater(month, by)));
  const missing = data?.gaps.filter(({ day }) => day.startsWith(month)).length ?? 0;
  const parts = { roster, data, today, onFill: keeps ? setFilling : undefined, register: kind.code };
  return (
    <section className="roster" aria-label="值班日历">
      <header className="kept-cal-head">
        <IconButton icon="chevron-left" label="上个月" variant="plain" onPress={() => turn(-1)} />
        <h2 aria-live="polite">
          {Number(month.slice(0, 4))}年{Number(month.slice(5))}月
        </h2>
        <IconButton icon="chevron-right" label="下个月" variant="plain" onPress={() => turn(1)} />
        {data ? (
          missing > 0 ? (
            <Badge tone="danger">还有 {missing} 处缺人</Badge>
          ) : (
            <Badge tone="ok">今后每一分钟都有人</Badge>
          )
        ) : null}
      </header>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={8} shape="rows" />
      ) : phone ? (
        <DayList {...parts} data={data} />
      ) : (
        <Month {...parts} data={data} month={month} />
      )}
      {filling ? (
        <Suspense fallback={null}>
          <AssignDialog kind={kind} roster={roster} post={filling} onClose={() => setFilling(null)} />
        </Suspense>
      ) : null}
    </section>
  );
};

/** What the days of a roster are shown by. */
export interface Shown {
  readonly register: string;
  readonly roster: Roster;
  readonly data: Turns;
  readonly today: string;
  /** Absent = the reader fills no posts. */
  readonly onFill: ((post: OpenPost) => void) | undefined;
}

/** Shifts that are held on a day, in the order of the roster. */
const shiftsOn = ({ roster, data }: Shown, day: string): readonly string[] =>
  Object.keys(roster.shifts).filter((shift) =>
    data.demands.some((one) => one.day === day && one.shift === shift),
  );

const Month = ({ month, ...shown }: Shown & { readonly month: string }) => (
  <table className="kept-cal-month roster-month">
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
          {week.map((day) => (
            <td key={day} className={cx(day.slice(0, 7) !== month && 'kept-cal-away')}>
              <span
                className={cx('kept-cal-day', day === shown.today && 'kept-cal-today')}
                {...(day === shown.today ? { 'aria-current': 'date' } : {})}
              >
                {Number(day.slice(8))}
              </span>
              {shiftsOn(shown, day).map((shift) => (
                <RosterShift key={shift} {...shown} day={day} shift={shift} />
              ))}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** The same on a phone: from today on, one day below the other. */
const DayList = (shown: Shown) => {
  const days = [...new Set(shown.data.demands.map(({ day }) => day))].filter((day) => day >= shown.today);
  const list = days.length > 0 ? days : [...new Set(shown.data.demands.map(({ day }) => day))];
  return list.length === 0 ? (
    <Empty icon="calendar" title="这个月没有值班" />
  ) : (
    list.map((day) => (
      <section key={day} className="roster-day">
        <h3>
          {dayText(day)}
          {day === shown.today ? ' 今天' : ''}
        </h3>
        {shiftsOn(shown, day).map((shift) => (
          <RosterShift key={shift} {...shown} day={day} shift={shift} />
        ))}
      </section>
    ))
  );
};
