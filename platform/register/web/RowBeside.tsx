import { useNavigate } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { ErrorState, IconButton, Skeleton } from '@zhitongche/ui';
import { useWays } from './kept-ways.ts';
import { RowActs } from './RowActs.tsx';
import { RowBoxes } from './RowBoxes.tsx';
import { RowFacts } from './RowFacts.tsx';
import { FactsLine, StandsAt } from './RowHead.tsx';
import { RowPapers } from './RowPapers.tsx';
import { RowStory } from './RowStory.tsx';
import { RowTimers } from './RowTimers.tsx';
import { RowTies } from './RowTies.tsx';
import './RowCard.css';

/** A row beside the list it was opened from. */
export const RowBeside = ({
  kind,
  id,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly id: string;
  readonly onClose: () => void;
}) => {
  const ways = useWays();
  const navigate = useNavigate();
  const { data: row, error, refetch } = useRead('keptRow', { params: { register: kind.code, id } });
  return (
    <aside className="kept-card" aria-label={row?.title ?? '这一条'}>
      <header className="kept-card-head">
        <span className="grow">{row ? <StandsAt kind={kind} row={row} /> : null}</span>
        <IconButton
          icon="external"
          size="small"
          label="整页打开"
          onPress={() => void navigate({ to: ways.row, params: { register: kind.code, row: id } })}
        />
        <IconButton icon="close" size="small" label="关闭（Esc）" onPress={onClose} />
      </header>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : row === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <>
          <div className="kept-card-body">
            <div>
              <h2>{row.title}</h2>
              <FactsLine row={row} />
            </div>
            <RowBoxes kind={kind} row={row} />
            <RowPapers kind={kind} row={row} />
            <RowTies row={row} />
            <RowStory row={row} />
            <RowTimers row={row} />
            <RowFacts id={row.id} kind={kind} answers={row.answers} />
          </div>
          <RowActs kind={kind} row={row} />
        </>
      )}
    </aside>
  );
};
