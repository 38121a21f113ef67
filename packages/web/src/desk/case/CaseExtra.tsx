import { Suspense } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { lazily } from '../../ui/again.ts';

const BudgetGist = lazily(() => import('../../budget/prepare/BudgetGist.tsx').then((m) => m.BudgetGist));

/** What a case of some services keeps beside its answers; nothing for all others. */
export const CaseExtra = ({ id, service }: { readonly id: string; readonly service: string }) =>
  service === 'budget-preparation' ? (
    <Suspense fallback={<Skeleton lines={4} />}>
      <BudgetGist id={id} />
    </Suspense>
  ) : null;
