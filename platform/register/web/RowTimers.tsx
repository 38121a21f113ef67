import { instantShort } from '@zhitongche/ui';
import { Lamp } from './Lamp.tsx';
import { HOURS, timerLook, timerUsed } from './timer-words.ts';
import type { Row } from './use-row-act.ts';
import './RowTimers.css';

/** Limits in minutes of a row: what is used of each, what is left, and which hours count. */
export const RowTimers = ({ row: { timers } }: { readonly row: Pick<Row, 'timers'> }) => {
  if (timers.length === 0) return null;
  return (
    <section className="kept-card-part" aria-label="时限">
      <h3>时限</h3>
      <ul className="row-timers">
        {timers.map((timer) => {
          const { light, words } = timerLook(timer);
          return (
            <li key={timer.key} className="row-timer">
              <strong>{timer.label}</strong>
              <span>{timerUsed(timer)}</span>
              <span className={`kept-due kept-due-${light}`}>
                <Lamp light={light} />
                {words}
              </span>
              <span className="soft row-timer-more">
                {HOURS[timer.hours]}，{instantShort(timer.from)}起
                {timer.due !== null && timer.until === null ? `，${instantShort(timer.due)}到时限` : ''}
                {timer.until === null ? '' : `，${instantShort(timer.until)}止`}
                {timer.provisional ? '；节假日安排尚未公布，暂按周一至周五计' : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
