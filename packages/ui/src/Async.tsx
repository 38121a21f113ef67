import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { Skeleton } from './Skeleton.tsx';

/** Shows what was read, or a skeleton, or what went wrong with a way to try again. */
export const Async = <T,>({
  query,
  lines = 6,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) =>
  query.data !== undefined ? (
    <>{children(query.data)}</>
  ) : query.isError ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Skeleton lines={lines} shape="rows" />
  );
