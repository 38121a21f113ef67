import type { CaseRow } from '@zhitongche/contract';
import { Icon } from '@zhitongche/ui';
import type { BatchOffer } from './batch.ts';
import type { BatchResult } from './use-batch.ts';

/** The chosen cases, each with what became of it, or why it cannot be decided with the others. */
export const BatchList = ({
  rows,
  left,
  results,
}: {
  readonly rows: readonly CaseRow[];
  readonly left: BatchOffer['left'];
  readonly results: ReadonlyMap<string, BatchResult>;
}) => (
  <ul className="batch-list">
    {rows.map((row) => {
      const result = results.get(row.id);
      const why = left.find((l) => l.row.id === row.id)?.why;
      return (
        <li key={row.id} className={result?.ok === false ? 'batch-item batch-item-failed' : 'batch-item'}>
          <span className="batch-mark">
            {result === undefined ? null : <Icon name={result.ok ? 'check-circle' : 'alert'} />}
          </span>
          <span className="grow">
            {row.title}
            <span className="soft"> · {row.unit}</span>
          </span>
          <span className={result?.ok === false ? 'batch-why' : 'soft'}>
            {result?.text ?? why ?? row.stepTitle}
          </span>
        </li>
      );
    })}
  </ul>
);
