import type { Check, CellRef } from '@zhitongche/budget';
import { useMemo, useState } from 'react';
import { CheckCard } from './CheckCard.tsx';
import { WORST_FIRST } from './verdicts.ts';

/** Checks shown at once: a rule may have some hundred that hold. */
const AT_ONCE = 12;

/** Checks one under the other, the worst first, the rest on demand. */
export const CheckCards = ({
  checks,
  onSpot,
}: {
  readonly checks: readonly Check[];
  readonly onSpot: ((spot: CellRef) => void) | undefined;
}) => {
  const [all, setAll] = useState<readonly Check[] | null>(null);
  const sorted = useMemo(
    () => WORST_FIRST.flatMap((verdict) => checks.filter((check) => check.verdict === verdict)),
    [checks],
  );
  const shown = all === checks ? sorted : sorted.slice(0, AT_ONCE);
  return (
    <>
      <ul className="stack stack-tight">
        {shown.map((check, at) => (
          <li key={`${check.title} ${at}`}>
            <CheckCard check={check} {...(onSpot === undefined ? {} : { onSpot })} />
          </li>
        ))}
      </ul>
      {shown.length < sorted.length ? (
        <p>
          <button type="button" className="picture-more" onClick={() => setAll(checks)}>
            其余{sorted.length - shown.length}项
          </button>
        </p>
      ) : null}
    </>
  );
};
