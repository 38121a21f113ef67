import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { later, Skeleton, isPhone, usePhone } from '@zhitongche/ui';
import type { InboxSearch } from './inbox-search.ts';

const Wide = later(() => import('./WideInbox.tsx').then((m) => m.WideInbox));
const Phone = later(() => import('./PhoneInbox.tsx').then((m) => m.PhoneInbox));

/** Fetches the code for this screen ahead. */
export const ahead = (): Promise<unknown> => (isPhone() ? Phone : Wide).ahead();

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
