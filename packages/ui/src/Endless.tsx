import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { Pager } from './Pager.tsx';
import { Skeleton } from './Skeleton.tsx';
import type { Total } from './total-text.ts';

/** As much of an endless query as its list needs. */
interface Pages {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

/** An endless list in every state: on its way, gone wrong, empty, or its rows with the rest on demand. */
export const Endless = ({
  pages,
  shown,
  total,
  none,
  children,
}: {
  readonly pages: Pages;
  /** How many rows are here. */
  readonly shown: number;
  readonly total?: Total | undefined;
  /** Stands in place of no rows. */
  readonly none: ReactNode;
  readonly children: ReactNode;
}) => {
  if (pages.isPending) return <Skeleton lines={8} shape="rows" />;
  if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (shown === 0) return <>{none}</>;
  return (
    <>
      {children}
      <Pager
        shown={shown}
        total={total}
        more={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
};
