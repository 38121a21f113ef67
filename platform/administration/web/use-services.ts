import { useQueries } from '@tanstack/react-query';
import type { Service } from '@zhitongche/case';
import { useRead } from '@zhitongche/contract/web';
import { serviceQuery } from '@zhitongche/form/web';

/** The newest definition of every service; grows as they arrive, and what depends on them only says more. */
export const useServices = (): readonly Service[] => {
  const services = useRead('services', {}, { staleTime: 600_000 });
  return useQueries({ queries: (services.data ?? []).map((s) => serviceQuery(s.code)) }).flatMap((q) =>
    q.data ? [q.data] : [],
  );
};
