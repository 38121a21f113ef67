import { Suspense } from 'react';
import { RecordList } from '@zhitongche/form/web';
import { Skeleton } from '@zhitongche/ui';
import { caseExtension } from '../case/case-extensions.ts';
import { BeginRows } from '../linked/BeginRows.tsx';
import { LinkedPanel } from '../linked/LinkedPanel.tsx';
import { TimersPanel } from '../linked/TimersPanel.tsx';
import { HeldPanel } from '../linked/HeldPanel.tsx';
import { MoneyPanel } from '../money/MoneyPanel.tsx';
import { StrandsPanel } from '../linked/StrandsPanel.tsx';
import type { CaseParts } from '../case/CaseFrame.tsx';

/** What a service keeps beside its cases and whoever decides reads with the card: the points of a budget. */
export const CasePanel = ({ id, service }: Pick<CaseParts, 'id' | 'service'>) => {
  const { Panel } = caseExtension(service.code);
  return Panel ? (
    <Suspense fallback={<Skeleton lines={4} />}>
      <Panel id={id} />
    </Suspense>
  ) : null;
};

/** What is read before the application itself: what some services keep beside it, and what was asked or registered since. */
export const CaseExtra = ({
  id,
  view,
  service,
  panel = true,
  className = 'later-records stack',
}: Pick<CaseParts, 'id' | 'view' | 'service'> & {
  readonly className?: string;
  /** False where the panel stands with the card already. */
  readonly panel?: boolean;
}) => (
  <>
    {panel ? <CasePanel id={id} service={service} /> : null}
    <TimersPanel view={view} className={className} />
    <MoneyPanel view={view} className={className} />
    <StrandsPanel view={view} className={className} />
    <HeldPanel view={view} className={className} />
    <LinkedPanel view={view} shell="desk" className={className} />
    <BeginRows view={view} />
    <RecordList service={service} view={view} className={className} />
  </>
);
