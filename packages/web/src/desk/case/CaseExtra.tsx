import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';

const BudgetGist = lazy(() =>
  import('../../budget/prepare/BudgetGist.tsx').then((m) => ({ default: m.BudgetGist })),
);

/** What a case of some services keeps beside its answers; nothing for all others. */
export const CaseExtra = ({ id, service }: { readonly id: string; readonly service: string }) =>
  service === 'budget-preparation' ? (
    <Suspense fallback={<Skeleton lines={4} />}>
      <BudgetGist id={id} />
    </Suspense>
  ) : null;
