import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { ErrorState, PageHeader, Skeleton } from '@zhitongche/ui';
import { useKeptBack } from './kept-ways.ts';
import { kindQuery } from './register-kind.ts';
import { RowActs } from './RowActs.tsx';
import { RowBoxes } from './RowBoxes.tsx';
import { RowFacts } from './RowFacts.tsx';
import { FactsLine, StandsAt } from './RowHead.tsx';
import { RowPapers } from './RowPapers.tsx';
import { RowStory } from './RowStory.tsx';
import { RowTimers } from './RowTimers.tsx';
import { RowTies } from './RowTies.tsx';
import './RowCard.css';

/** A row on a page of its own. */
export const RowPage = () => {
  const { register = '', row: id = '' } = useParams({ strict: false });
  const kind = useQuery(kindQuery(register));
  const { data: row, error, refetch } = useRead('keptRow', { params: { register, id } });
  const back = useKeptBack(register, kind.data?.name);
  const failed = error ?? kind.error;
  if (failed)
    return <ErrorState error={failed} onRetry={() => void Promise.all([refetch(), kind.refetch()])} />;
  if (row === undefined || !kind.data) return <Skeleton lines={10} />;
  return (
    <div className="row-page">
      <PageHeader
        title={row.title}
        back={back}
        intro={
          <>
            <StandsAt kind={kind.data} row={row} />
            <FactsLine row={row} />
          </>
        }
      />
      <div className="row-page-columns">
        <div className="stack">
          <RowBoxes kind={kind.data} row={row} />
          <div className="card stack">
            <RowTimers row={row} />
            <RowFacts id={row.id} kind={kind.data} answers={row.answers} wide />
            <RowTies row={row} />
            <RowPapers kind={kind.data} row={row} />
          </div>
        </div>
        <div className="card">
          <RowStory row={row} />
        </div>
      </div>
      <RowActs kind={kind.data} row={row} />
    </div>
  );
};
