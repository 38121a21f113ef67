import { Suspense } from 'react';
import { RecordList } from '../../form/RecordList.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { lazily } from '../../ui/again.ts';
import type { CaseParts } from './CaseFrame.tsx';

const BudgetGist = lazily(() => import('../../budget/prepare/BudgetGist.tsx').then((m) => m.BudgetGist));

/** What is read before the application itself: what was asked or registered since, and what some services keep beside it. */
export const CaseExtra = ({
  id,
  view,
  service,
  className = 'later-records stack',
}: Pick<CaseParts, 'id' | 'view' | 'service'> & { readonly className?: string }) => (
  <>
    {service.code === 'budget-preparation' ? (
      <Suspense fallback={<Skeleton lines={4} />}>
        <BudgetGist id={id} />
      </Suspense>
    ) : null}
    <RecordList service={service} view={view} className={className} />
  </>
);
