import { useQuery } from '@tanstack/react-query';
import { addDays, weekday } from '@zhitongche/base';
import { read } from '@zhitongche/contract/web';
import type { RegisterKind, Roster } from '@zhitongche/register';
import {
  Badge,
  Button,
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
import { monthLater, weeksOf } from './month.ts';
import type { OpenPost, Shown } from './roster-shown.ts';
import { RosterShift } from './RosterShift.tsx';
import './Calendar.css';
import './RosterView.css';

const AssignDialog = lazily(() => import('./AssignDialog.tsx').then((m) => m.AssignDialog));

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
  const { month } = search;
  const weeks = month === undefined ? weeksFrom(today) : weeksOf(month);
  const [from, until] = [weeks[0]?.[0] ?? today, weeks.at(-1)?.[6] ?? today];
  const [filling, setFilling] = useState<OpenPost | null>(null);
  const { data, error, refetch } = useQuery(
    read('keptRoster', { params: { register: kind.code }, query: { from, until } }),
  );
  const turn = (by: number): void =>
    onSearch(withSet(search, 'month', monthLater(month ?? today.slice(0, 7), by)));
  const missing = data?.gaps.filter(({ day }) => month === undefined || day.startsWith(month)).length ?? 0;
  const parts = { roster, data, today, onFill: keeps ? setFilling : undefined, register: kind.code };
  return (
    <section className="roster" aria-label="值班日历">
      <header className="kept-cal-head">
        <IconButton icon="chevron-left" label="上个月" variant="plain" onPress={() => turn(-1)} />
        <h2 aria-live="polite">
          {month === undefined ? '本周起五周' : `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}
        </h2>
        <IconButton icon="chevron-right" label="下个月" variant="plain" onPress={() => turn(1)} />
        {month === undefined ? null : (
          <Button onPress={() => onSearch(withSet(search, 'month', undefined))}>本周起</Button>
        )}
        {data ? (
          missing > 0 ? (
            <Badge tone="danger">还有 {missing} 处缺人</Badge>
          ) : (
            <Badge tone="ok">这段时间每一班都有人</Badge>
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
        <Month {...parts} data={data} month={month} weeks={weeks} />
      )}
      {filling ? (
        <Suspense fallback={null}>
          <AssignDialog kind={kind} roster={roster} post={filling} onClose={() => setFilling(null)} />
        </Suspense>
      ) : null}
    </section>
  );
};

/** Shifts that are held on a day, in the order of the roster. */
const shiftsOn = ({ roster, data }: Shown, day: string): readonly string[] =>
  Object.keys(roster.shifts).filter(
    (shift) =>
      data.demands.some((one) => one.day === day && one.shift === shift) &&
      // Of a day gone by only what was held says anything.
      (day >= data.today || data.turns.some((one) => one.day === day && one.shift === shift)),
  );

const WEEKS = 5;
/** Whole weeks from the one a day lies in. */
const weeksFrom = (day: string): readonly (readonly string[])[] =>
  Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (__, n) => addDays(day, 7 * week + n + 1 - weekday(day))),
  );

const Month = ({
  month,
  weeks,
  ...shown
}: Shown & { readonly month: string | undefined; readonly weeks: readonly (readonly string[])[] }) => (
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
      {weeks.map((week) => (
        <tr key={week[0]}>
          {week.map((day) => (
            <td key={day} className={cx(month !== undefined && day.slice(0, 7) !== month && 'kept-cal-away')}>
              <span
                className={cx('kept-cal-day', day === shown.today && 'kept-cal-today')}
                {...(day === shown.today ? { 'aria-current': 'date' } : {})}
              >
                {month === undefined && day.endsWith('-01')
                  ? `${Number(day.slice(5, 7))}月1`
                  : Number(day.slice(8))}
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
