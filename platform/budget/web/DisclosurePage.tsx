import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '@zhitongche/contract/web';
import { Async } from '@zhitongche/ui';
import { BudgetHead } from './BudgetHead.tsx';
import { Workbench } from './Workbench.tsx';

/** A budget that was saved: to read on, to correct, to publish, with its earlier versions. */
export const DisclosurePage = () => {
  const { id = '' } = useParams({ strict: false });
  // Looking again in the background would take the page out from under what is being typed.
  const disclosure = useRead('disclosure', { params: { id } }, { staleTime: Number.POSITIVE_INFINITY });
  const [reloads, setReloads] = useState(0);
  return (
    <div className="desk-page budget-page">
      <Async query={disclosure}>
        {(own) => (
          <Workbench
            key={`${own.id} ${reloads}`}
            work={{
              id: own.id,
              revision: own.revision,
              published: own.status === 'published',
              source: own.source.name,
              prepared: own.prepared,
              model: own.model,
              findings: own.findings,
              settled: own.settled,
              versions: own.versions,
              mine: own.mine,
            }}
            head={(model) => (
              <BudgetHead
                id={own.id}
                name={model.department.name}
                year={model.year}
                status={own.status}
                source={own.source.name}
              />
            )}
            onSaved={() => undefined}
            onReload={() => void disclosure.refetch().then(() => setReloads((n) => n + 1))}
          />
        )}
      </Async>
    </div>
  );
};
