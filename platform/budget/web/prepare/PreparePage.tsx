import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '@zhitongche/contract/web';
import { Async } from '@zhitongche/ui';
import { PrepareDesk } from './PrepareDesk.tsx';
import './Prepare.css';

/** A budget under preparation: its sheets to type into, what does not hold, what it is held to, and the next act of its case. */
export const PreparePage = () => {
  const { id = '' } = useParams({ strict: false });
  const preparation = useRead('preparation', { params: { id } }, { staleTime: Number.POSITIVE_INFINITY });
  const [reloads, setReloads] = useState(0);
  return (
    <div className="desk-page budget-page">
      <Async query={preparation}>
        {(own) => (
          <PrepareDesk
            key={`${own.id} ${reloads} ${own.mine}`}
            preparation={own}
            onReload={() => void preparation.refetch().then(() => setReloads((n) => n + 1))}
          />
        )}
      </Async>
    </div>
  );
};
