import type { Reconciliation } from '@zhitongche/budget';
import { VERDICTS, WORST_FIRST } from '../verdicts.ts';

/** The outcome of a proof in one line. */
export const CountsLine = ({ counts }: { readonly counts: Reconciliation['counts'] }) => (
  <p className="open-counts">
    {WORST_FIRST.map((verdict) => (
      <span key={verdict} className={counts[verdict] === 0 ? 'soft' : `open-${verdict}`}>
        {VERDICTS[verdict].word} {counts[verdict]}
      </span>
    ))}
  </p>
);
