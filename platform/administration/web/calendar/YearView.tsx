import { type KeyboardEvent, useRef, useState } from 'react';
import { cx, dayText } from '@zhitongche/ui';
import { type CalendarDay, dayByKey, type DayException, monthsOf } from './calendar-year.ts';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

/** A year as twelve months; one stop for the Tab key, arrow keys from day to day. */
export const YearView = ({
  year,
  today,
  exceptions,
  onPress,
}: {
  readonly year: number;
  readonly today: string;
  readonly exceptions: readonly DayException[];
  /** Absent = only to look at. */
  readonly onPress: ((day: CalendarDay) => void) | undefined;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(today);
  const kinds = new Map(exceptions.map((e) => [e.date, e]));
  const stop = at.startsWith(`${year}-`) ? at : `${year}-01-01`;
  const walk = (e: KeyboardEvent): void => {
    const to = dayByKey(stop, e.key);
    if (to === undefined) return;
    e.preventDefault();
    setAt(to);
    box.current?.querySelector<HTMLButtonElement>(`[data-date="${to}"]`)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the days inside are the buttons; arrows walk between them
    <div className="calendar-year" ref={box} onKeyDown={walk}>
      {monthsOf(year).map((m) => (
        <table key={m.month} className="calendar-month">
          <caption>{m.month} 月</caption>
          <thead>
            <tr>
              {WEEK.map((w) => (
                <th key={w} scope="col">
                  {w}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {m.weeks.map((week) => (
              <tr key={week.find((d) => d !== null)?.date}>
                {week.map((day, i) => (
                  <td key={day?.date ?? `${m.month}-${i}`}>
                    {day === null ? null : (
                      <Day
                        day={day}
                        exception={kinds.get(day.date)}
                        today={day.date === today}
                        stop={day.date === stop}
                        onFocus={() => setAt(day.date)}
                        onPress={onPress}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
};

const Day = ({
  day,
  exception,
  today,
  stop,
  onFocus,
  onPress,
}: {
  readonly day: CalendarDay;
  readonly exception: DayException | undefined;
  readonly today: boolean;
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onPress: ((day: CalendarDay) => void) | undefined;
}) => {
  const usual = day.weekend ? '周末' : '工作日';
  const said =
    exception === undefined
      ? usual
      : `${exception.kind === 'off' ? '放假' : '调休上班'} ${exception.notice}`.trim();
  return (
    <button
      type="button"
      data-date={day.date}
      tabIndex={stop ? 0 : -1}
      className={cx(
        'calendar-day',
        day.weekend && 'calendar-weekend',
        exception?.kind === 'off' && 'calendar-off',
        exception?.kind === 'work' && 'calendar-work',
        today && 'calendar-today',
      )}
      title={said}
      aria-label={`${dayText(day.date)}：${said}${today ? '，今天' : ''}`}
      disabled={onPress === undefined}
      onFocus={onFocus}
      onClick={() => onPress?.(day)}
    >
      {day.day}
      {exception === undefined ? null : <small>{exception.kind === 'off' ? '休' : '班'}</small>}
    </button>
  );
};
