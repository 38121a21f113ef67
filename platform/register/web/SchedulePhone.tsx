import { dayText, Empty } from '@zhitongche/ui';
import { useNow } from './use-now.ts';
import { freeParts, onDay, type Part, timeOf, type Shown } from './schedule.ts';
import { TakenLine } from './TakenLine.tsx';

/** The same on a phone: each thing with what is taken and what is free of it, one below the other. */
export const SchedulePhone = ({ kind, data, days, onBook }: Shown & { readonly days: readonly string[] }) => {
  const now = useNow();
  if (data.resources.length === 0) return <Empty icon="calendar" title="还没有可以预约的" />;
  return (
    <>
      {days.map((day) => (
        <section key={day} className="schedule-list">
          {days.length > 1 ? <h3>{dayText(day)}</h3> : null}
          {data.resources.map((what) => {
            const taken = onDay(
              day,
              data.slots.filter(({ resource }) => resource === what.id),
            );
            const open = onDay(day, what.open);
            const free = open
              .flatMap((one) => freeParts(one, taken, what.capacity))
              .flatMap((part): readonly Part[] =>
                part.to <= now
                  ? []
                  : [{ from: part.from < now ? halfHourAfter(now) : part.from, to: part.to }],
              )
              .filter(({ from, to }) => from < to);
            if (days.length > 1 && taken.length === 0) return null;
            return (
              <section key={what.id} className="schedule-thing" aria-label={what.title}>
                <h4>
                  {what.title}
                  <span className="schedule-facts">
                    {what.facts
                      .map(({ value }) => value)
                      .filter(Boolean)
                      .join('，')}
                  </span>
                </h4>
                {taken.map((slot) => (
                  <TakenLine key={slot.row?.id ?? slot.from} kind={kind} slot={slot} what={what.title} />
                ))}
                {days.length > 1
                  ? null
                  : free.map((part) => (
                      <button
                        key={part.from}
                        type="button"
                        className="schedule-book"
                        onClick={() => onBook(what, { from: part.from, to: firstHour(part) })}
                      >
                        <span className="schedule-time">
                          {timeOf(part.from)}–{timeOf(part.to)}
                        </span>
                        空闲，预约
                      </button>
                    ))}
                {open.length === 0 && taken.length === 0 ? <p className="soft">这一天不开放</p> : null}
              </section>
            );
          })}
          {days.length > 1 && onDay(day, data.slots).length === 0 ? <p className="soft">没有预约</p> : null}
        </section>
      ))}
    </>
  );
};

const HALF = 1_800_000;
const halfHourAfter = (now: string): string =>
  new Date(Math.ceil(Date.parse(now) / HALF) * HALF).toISOString();
const firstHour = ({ from, to }: Part): string => {
  const hour = new Date(Date.parse(from) + 2 * HALF).toISOString();
  return hour < to ? hour : to;
};
