import { freeSteps, hoursShown, minuteOf, onDay, stacked, timeOf, type Shown } from './schedule.ts';
import { useNow } from './use-now.ts';
import { TakenLine } from './TakenLine.tsx';
import { Empty } from '@zhitongche/ui';

/** One day: a line for each thing, its hours from left to right; what is free is pressed to book it. */
export const ScheduleDay = ({ kind, data, day, onBook }: Shown & { readonly day: string }) => {
  const now = useNow();
  const hours = hoursShown(day, data);
  const whole = (hours.to - hours.from) * 60;
  const place = (instant: string): number =>
    Math.min(100, Math.max(0, ((minuteOf(day, instant) - hours.from * 60) / whole) * 100));
  const at = minuteOf(day, now);
  if (data.resources.length === 0) return <Empty icon="calendar" title="还没有可以预约的" />;
  return (
    <div className="schedule-day">
      <div className="schedule-hours" aria-hidden>
        {Array.from({ length: hours.to - hours.from }, (_, n) => (
          <span key={n}>{hours.from + n}:00</span>
        ))}
      </div>
      {data.resources.map((what) => {
        const taken = onDay(
          day,
          data.slots.filter(({ resource }) => resource === what.id),
        );
        const lines = stacked(taken);
        const deep = Math.max(1, ...lines.map(({ line }) => line + 1));
        const steps = freeSteps(day, what, taken, now).filter(
          ({ from }) => minuteOf(day, from) >= hours.from * 60 && minuteOf(day, from) < hours.to * 60,
        );
        return (
          <section key={what.id} className="schedule-line" aria-label={what.title}>
            <h3>
              {what.title}
              <span className="schedule-facts">
                {what.facts
                  .map(({ value }) => value)
                  .filter(Boolean)
                  .join('，')}
                {what.capacity > 1 ? ` 可同时约${what.capacity}个` : ''}
              </span>
            </h3>
            <div className="schedule-track" style={{ minHeight: `${deep * 3.75 + 0.25}rem` }}>
              {what.open.length === 0 ? <p className="schedule-closed">这一天不开放</p> : null}
              {steps.map((step) => (
                <button
                  key={step.from}
                  type="button"
                  className="schedule-free"
                  style={{ left: `${place(step.from)}%`, width: `${place(step.to) - place(step.from)}%` }}
                  aria-label={`预约${what.title}，${timeOf(step.from)}起`}
                  title={`${timeOf(step.from)} 起空闲，点击预约`}
                  onClick={() =>
                    onBook(what, { from: step.from, to: hourLater(step.from, what.open, taken) })
                  }
                />
              ))}
              {lines.map(({ line, ...slot }) => (
                <TakenLine
                  key={slot.row?.id ?? slot.from}
                  kind={kind}
                  slot={slot}
                  what={what.title}
                  style={{
                    left: `${place(slot.from)}%`,
                    width: `${place(slot.to) - place(slot.from)}%`,
                    top: `${line * 3.75 + 0.25}rem`,
                  }}
                />
              ))}
              {at > hours.from * 60 && at < hours.to * 60 ? (
                <span
                  className="schedule-now"
                  style={{ left: `${place(now)}%` }}
                  title={`现在 ${timeOf(now)}`}
                />
              ) : null}
            </div>
          </section>
        );
      })}
    </div>
  );
};

/** An hour after a beginning, or less where it closes or somebody has it before. */
const hourLater = (
  from: string,
  open: readonly { readonly from: string; readonly to: string }[],
  taken: readonly { readonly from: string }[],
): string => {
  const ends = [
    new Date(Date.parse(from) + 3_600_000).toISOString(),
    ...open.filter((one) => one.from <= from && one.to > from).map(({ to }) => to),
    ...taken.map((one) => one.from).filter((at) => at > from),
  ];
  return ends.toSorted()[0] ?? from;
};
