import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { CaseFrame } from './CaseFrame.tsx';

const Wide = lazy(() => import('./WideCase.tsx').then((m) => ({ default: m.WideCase })));
const Phone = lazy(() => import('./PhoneCase.tsx').then((m) => ({ default: m.PhoneCase })));

/** A case of the desk, on a page of its own. */
export const CasePage = () => {
  const { case: id } = useParams({ strict: false });
  const phone = usePhone();
  const Case = phone ? Phone : Wide;
  if (id === undefined) return null;
  return (
    <CaseFrame key={id} id={id}>
      {(parts) => (
        <Suspense fallback={<Skeleton lines={12} />}>
          <Case {...parts} />
        </Suspense>
      )}
    </CaseFrame>
  );
};
