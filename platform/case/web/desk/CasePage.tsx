import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { later, Skeleton, isPhone, usePhone } from '@zhitongche/ui';
import { CaseFrame } from '../case/CaseFrame.tsx';

const Wide = later(() => import('./WideCase.tsx').then((m) => m.WideCase));
const Phone = later(() => import('./PhoneCase.tsx').then((m) => m.PhoneCase));

/** Fetches the code for this screen ahead. */
export const ahead = (): Promise<unknown> => (isPhone() ? Phone : Wide).ahead();

/** A case of the desk, on a page of its own. */
export const CasePage = () => {
  const { case: id } = useParams({ strict: false });
  const phone = usePhone();
  const Case = phone ? Phone : Wide;
  if (id === undefined) return null;
  return (
    <CaseFrame key={id} id={id} shell="desk">
      {(parts) => (
        <Suspense fallback={<Skeleton lines={12} />}>
          <Case {...parts} />
        </Suspense>
      )}
    </CaseFrame>
  );
};
