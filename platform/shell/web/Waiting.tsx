import { Skeleton } from '@zhitongche/ui';

/** Shown only when a page takes longer than 300 ms. */
export const Waiting = () => (
  <main className="page-state">
    <Skeleton lines={6} />
  </main>
);
