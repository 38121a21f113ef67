import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { addDays } from '@zhitongche/base';
import { read } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { Button, dayText, ErrorState, IconButton, Skeleton, usePhone, useToday } from '@zhitongche/ui';
import { Calendar } from './Calendar.tsx';
import { type KeptSearch, withSet } from './kept-search.ts';
import { useWays } from './kept-ways.ts';
import { type Bookable, daysShown, type Length, LENGTHS, type Part, type Shown, timeOf } from './schedule.ts';
import { ScheduleDay } from './ScheduleDay.tsx';
import { SchedulePhone } from './SchedulePhone.tsx';
import { ScheduleWeek } from './ScheduleWeek.tsx';
import './Schedule.css';

/** Bookings of a day, a week or a month: what is free is pressed to book it. */
export const Schedule = ({
  kind,
  keeps,
  search,
  onSearch,
}: {
  readonly kind: RegisterKind;
  readonly keeps: boolean;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}) => {
  const today = useToday();
  const phone = usePhone();
  const length: Length = search.span ?? (phone ? 'day' : 'week');
  const day = search.day ?? today;
  const set = (next: Partial<KeptSearch>): void => onSearch({ ...search, ...next });
  return (
    <section className="schedule" aria-label="日历">
      <header className="schedule-head">
        <fieldset className="view-picks schedule-lengths">
          <legend className="visually-hidden">看多少天</legend>
          {Object.entries(LENGTHS).map(([key, words]) => (
            <button
              key={key}
              type="button"
              className="view-pick"
              aria-pressed={length === key}
              onClick={() => onSearch(withSet(search, 'span', key as Length))}
            >
              {words}
            </button>
          ))}
        </fieldset>
        {length === 'month' ? null : (
          <>
            <IconButton
              icon="chevron-left"
              label={length === 'day' ? '前一天' : '上一周'}
              variant="plain"
              onPress={() => set({ day: addDays(day, length === 'day' ? -1 : -7) })}
            />
            <h2 aria-live="polite">{headOf(day, length)}</h2>
            <IconButton
              icon="chevron-right"
              label={length === 'day' ? '后一天' : '下一周'}
              variant="plain"
              onPress={() => set({ day: addDays(day, length === 'day' ? 1 : 7) })}
            />
            {day === today ? null : (
              <Button onPress={() => onSearch(withSet(search, 'day', undefined))}>今天</Button>
            )}
          </>
        )}
      </header>
      {length === 'day' && keeps && !phone ? (
        <p className="soft">白色是空闲，点一下从那里起预约一小时；灰色不开放或已经过去。</p>
      ) : null}
      {length === 'month' ? (
        <Calendar kind={kind} search={search} onSearch={onSearch} />
      ) : (
        <Days
          kind={kind}
          keeps={keeps}
          day={day}
          length={length}
          onDay={(one) => set({ day: one, span: 'day' })}
        />
      )}
    </section>
  );
};

const headOf = (day: string, length: Exclude<Length, 'month'>): string => {
  const days = daysShown(day, length);
  const [first = day] = days;
  return length === 'day' ? dayText(day) : `${dayText(first)}至${dayText(days.at(-1) ?? day)}`;
};

const Days = ({
  kind,
  keeps,
  day,
  length,
  onDay,
}: Pick<Shown, 'kind' | 'onDay'> & {
  readonly keeps: boolean;
  readonly day: string;
  readonly length: Exclude<Length, 'month'>;
}) => {
  const phone = usePhone();
  const ways = useWays();
  const navigate = useNavigate();
  const days = daysShown(day, length);
  const [from = day] = days;
  const { data, error, refetch } = useQuery({
    ...read('keptSlots', { params: { register: kind.code }, query: { from, until: days.at(-1) ?? from } }),
    // What others book meanwhile is seen without asking.
    refetchInterval: 60_000,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} shape="rows" />;
  const { booking } = kind;
  const onBook = (what: Bookable, part: Part): void => {
    if (!booking || !keeps) return;
    void navigate({
      to: ways.enter,
      params: { register: kind.code },
      state: {
        given: {
          [booking.resource]: { id: what.id, title: what.title },
          [booking.day]: new Date(Date.parse(part.from) + 8 * 3_600_000).toISOString().slice(0, 10),
          [booking.from]: timeOf(part.from),
          [booking.to]: timeOf(part.to),
        },
      },
    });
  };
  const shown = { kind, data, onBook, onDay };
  if (phone) return <SchedulePhone {...shown} days={days} />;
  return length === 'day' ? <ScheduleDay {...shown} day={day} /> : <ScheduleWeek {...shown} days={days} />;
};
