import { inEnglish, type Service } from '@zhitongche/case';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useShared } from '@zhitongche/ui';
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
export const useService = (code: string, version?: number): Service => {
  const { language } = useShared();
  const { data } = useSuspenseQuery(serviceQuery(code, version));
  return language === 'en' ? englished(data) : data;
};

const known = new WeakMap<Service, Service>();
/** One object for one definition, whoever asks: what hangs on it is computed once. */
const englished = (service: Service): Service => {
  const before = known.get(service);
  if (before) return before;
  const made = inEnglish(service);
  known.set(service, made);
  return made;
};
