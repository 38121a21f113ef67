import { Skeleton } from '../ui/Skeleton.tsx';

/** Shown only when a page takes longer than 300 ms. */
export const Waiting = () => (
  <main className="page-state">
    <Skeleton lines={6} />
  </main>
);
