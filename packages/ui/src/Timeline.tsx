import type { ReactNode } from 'react';
import './Timeline.css';

/** One thing that happened, or stands to happen. */
export interface TimelineItem {
  readonly key: string;
  readonly state: 'done' | 'current' | 'ahead' | 'problem';
  readonly title: ReactNode;
  readonly when?: string;
  readonly children?: ReactNode;
}

/** A story from top to bottom, each entry with its mark. */
export const Timeline = ({
  items,
  label,
}: {
  readonly items: readonly TimelineItem[];
  readonly label: string;
}) => (
  <ol className="timeline" aria-label={label}>
    {items.map((i) => (
      <li
        key={i.key}
        className={`timeline-item timeline-${i.state}`}
        {...(i.state === 'current' ? { 'aria-current': 'step' } : {})}
      >
        <div className="timeline-head">
          <span className="timeline-title">{i.title}</span>
          {i.when ? <span className="timeline-when">{i.when}</span> : null}
        </div>
        {i.children ? <div className="timeline-body">{i.children}</div> : null}
      </li>
    ))}
  </ol>
);
