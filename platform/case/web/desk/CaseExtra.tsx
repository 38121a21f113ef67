import { Suspense } from 'react';
import { Skeleton } from '@zhitongche/ui';
import { caseExtension } from './case-extensions.ts';

/** What a case of some services keeps beside its answers; nothing for all others. */
export const CaseExtra = ({ id, service }: { readonly id: string; readonly service: string }) => {
  const { Panel } = caseExtension(service);
  return Panel ? (
    <Suspense fallback={<Skeleton lines={4} />}>
      <Panel id={id} />
    </Suspense>
  ) : null;
};
