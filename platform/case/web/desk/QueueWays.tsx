import { Link } from '@tanstack/react-router';
import { Icon } from '@zhitongche/ui';
import type { Queue } from '../decide/queue.ts';
import './QueueWays.css';

/** Where the case stands among what waits for one, with the ways to the one before and after. */
export const QueueWays = ({ queue }: { readonly queue: Queue }) => {
  const { place, total, previous, next } = queue;
  if (place === 0) return null;
  return (
    <span className="queue">
      <span>
        第 {place} 件，共 {total} 件
      </span>
      {previous === undefined ? null : (
        <Link to="/desk/cases/$case" params={{ case: previous.id }} className="queue-way" aria-label="上一件">
          <Icon name="chevron-up" />
        </Link>
      )}
      {next === undefined ? null : (
        <Link to="/desk/cases/$case" params={{ case: next.id }} className="queue-way" aria-label="下一件">
          <Icon name="chevron-down" />
        </Link>
      )}
    </span>
  );
};
