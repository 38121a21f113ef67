import { categorySums, type CellRef } from '@zhitongche/budget';
import type { Reply } from '@zhitongche/contract/web';
import { Badge } from '@zhitongche/ui';
import { useMemo } from 'react';
import { HeldPanel } from './HeldPanel.tsx';
import type { proofOf } from './proof-of.ts';
import { ProofList } from './ProofList.tsx';

/** What a budget under preparation is held to, and what does not hold in it yet. */
export const PrepareSide = ({
  preparation: { last, control, approval },
  proof,
  onSpot,
}: {
  readonly preparation: Reply<'preparation'>;
  readonly proof: ReturnType<typeof proofOf>;
  readonly onSpot: (spot: CellRef) => void;
}) => {
  const lastSums = useMemo(() => (last === null ? [] : categorySums(last.model)), [last]);
  return (
    <aside className="prepare-side stack" aria-label="核对">
      <section className="card stack stack-tight" aria-labelledby="held-title">
        <h2 id="held-title">{approval !== null ? '批复数' : control === null ? '合计' : '控制数'}</h2>
        <HeldPanel sums={proof.sums} last={lastSums} control={control} approval={approval} onSpot={onSpot} />
        {last === null ? null : <p className="soft">上年：{last.name}</p>}
      </section>
      <section className="card stack stack-tight" aria-labelledby="proof-title">
        <h2 id="proof-title">
          边填边核对
          {proof.wrong === null ? null : (
            <>
              {' '}
              <Badge tone={proof.wrong.length > 0 ? 'danger' : 'ok'}>不符{proof.wrong.length}</Badge>{' '}
              <Badge tone={proof.remarks.length > 0 ? 'warn' : 'ok'}>提醒{proof.remarks.length}</Badge>
            </>
          )}
        </h2>
        <p className="soft">核对只提示，不改动表中的数字。</p>
        <ProofList proof={proof} onSpot={onSpot} />
      </section>
    </aside>
  );
};
