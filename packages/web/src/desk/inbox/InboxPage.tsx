import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import type { InboxSearch } from './inbox-search.ts';

const Wide = lazy(() => import('./WideInbox.tsx').then((m) => ({ default: m.WideInbox })));
const Phone = lazy(() => import('./PhoneInbox.tsx').then((m) => ({ default: m.PhoneInbox })));

/** The inbox: a workplace on the desk, cards on the phone; each loads only its own code. */
export const InboxPage = () => {
  const phone = usePhone();
  const search: InboxSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const onSearch = (next: InboxSearch): void =>
    void navigate({ to: '/desk', search: next, replace: true, resetScroll: false });
  const Inbox = phone ? Phone : Wide;
  return (
    <Suspense fallback={<Skeleton lines={8} shape={phone ? 'cards' : 'rows'} />}>
      <Inbox search={search} onSearch={onSearch} />
    </Suspense>
  );
};
