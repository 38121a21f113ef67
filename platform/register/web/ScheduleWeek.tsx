import { cx, Empty, useToday } from '@zhitongche/ui';
import { useNow } from './use-now.ts';
import { freeSteps, onDay, type Shown } from './schedule.ts';
import { TakenLine } from './TakenLine.tsx';

const NAMES = ['一', '二', '三', '四', '五', '六', '日'];

/** A week: a line for each thing, a column for each day; a day is opened to book in it. */
export const ScheduleWeek = ({
  kind,
  data,
  days,
  onDay: open,
}: Shown & { readonly days: readonly string[] }) => {
  const today = useToday();
  const now = useNow();
  if (data.resources.length === 0) return <Empty icon="calendar" title="还没有可以预约的" />;
  return (
    <table className="schedule-week">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">预约什么</span>
          </th>
          {days.map((day, n) => (
            <th key={day} scope="col" className={cx(day === today && 'schedule-today')}>
              <button
                type="button"
                onClick={() => open(day)}
                {...(day === today ? { 'aria-current': 'date' } : {})}
              >
                周{NAMES[n]} {Number(day.slice(5, 7))}月{Number(day.slice(8))}日
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.resources.map((what) => (
          <tr key={what.id}>
            <th scope="row">
              {what.title}
              <span className="schedule-facts">
                {what.facts
                  .map(({ value }) => value)
                  .filter(Boolean)
                  .join('，')}
              </span>
            </th>
            {days.map((day) => {
              const taken = onDay(
                day,
                data.slots.filter(({ resource }) => resource === what.id),
              );
              const hours = onDay(day, what.open);
              const free = freeSteps(day, { ...what, open: hours }, taken, now).length > 0;
              return (
                <td
                  key={day}
                  className={cx(hours.length === 0 && 'schedule-shut', day === today && 'schedule-today')}
                >
                  {taken.map((slot) => (
                    <TakenLine key={slot.row?.id ?? slot.from} kind={kind} slot={slot} what={what.title} />
                  ))}
                  {free ? (
                    <button type="button" className="schedule-more" onClick={() => open(day)}>
                      {taken.length === 0 ? '空闲' : '还有空'}
                    </button>
                  ) : taken.length === 0 && hours.length === 0 ? (
                    <span className="schedule-none">不开放</span>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
