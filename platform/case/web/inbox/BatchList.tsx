import { Link } from '@tanstack/react-router';
import type { CaseRow } from '@zhitongche/contract';
import { Icon } from '@zhitongche/ui';
import type { BatchOffer } from './batch.ts';
import type { Foreseen } from './batch-foresight.ts';
import type { BatchResult } from './use-batch.ts';

/** The chosen cases: before, what is to be known of each and whether it is taken in; after, what became of it, and the way to those that failed. */
export const BatchList = ({
  rows,
  left,
  results,
  foreseen,
  picked,
  onPick,
}: {
  readonly rows: readonly CaseRow[];
  readonly left: BatchOffer['left'];
  readonly results: ReadonlyMap<string, BatchResult>;
  readonly foreseen: ReadonlyMap<string, Foreseen>;
  /** Cases that are decided, by their ids. */
  readonly picked: ReadonlyMap<string, string>;
  /** Takes a case in or leaves it out; absent once they were sent. */
  readonly onPick?: (id: string, on: boolean) => void;
}) => (
  <ul className="batch-list">
    {rows.map((row) => {
      const result = results.get(row.id);
      const seen = foreseen.get(row.id);
      const why = left.find((l) => l.row.id === row.id)?.why;
      const failed = result?.ok === false;
      const said = result?.text ?? why ?? (onPick ? seen?.words : '没有办，留在待办') ?? row.stepTitle;
      return (
        <li key={row.id} className={failed ? 'batch-item batch-item-failed' : 'batch-item'}>
          <span className="batch-mark">
            {result !== undefined ? (
              <Icon name={result.ok ? 'check-circle' : 'alert'} />
            ) : onPick && why === undefined ? (
              <input
                type="checkbox"
                aria-label={`一起办：${row.title}`}
                checked={picked.has(row.id)}
                disabled={seen?.stops === true}
                onChange={(e) => onPick(row.id, e.target.checked)}
              />
            ) : null}
          </span>
          <span className="grow">
            {row.title}
            <span className="soft">，{row.unit}</span>
          </span>
          <span className={failed ? 'batch-why' : seen?.careful === true ? 'batch-careful' : 'soft'}>
            {said}
          </span>
          {failed ? (
            <Link to="/desk/cases/$case" params={{ case: row.id }}>
              去看
            </Link>
          ) : null}
        </li>
      );
    })}
  </ul>
);
