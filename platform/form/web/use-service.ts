import type { Service } from '@zhitongche/case';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { loadService } from './service-module.ts';

/** Query of a service's definition; kept for the whole visit. */
export const serviceQuery = (code: string, version?: number) =>
  queryOptions({
    queryKey: ['service', code, version ?? null],
    queryFn: () => loadService(code, version),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });

/** A service's definition; suspends while its code loads. */
export const useService = (code: string, version?: number): Service =>
  useSuspenseQuery(serviceQuery(code, version)).data;
