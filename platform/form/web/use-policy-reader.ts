import { makePolicyReader, type PolicyReader } from '@zhitongche/office';
import type { Service } from '@zhitongche/case';
import { useMemo } from 'react';
import { useRead } from '@zhitongche/contract/web';

const HOUR = 3_600_000;

/** The figures of a definition in force today at this office; undefined until they are here. */
export const usePolicyReader = (service: Pick<Service, 'code' | 'policies'>): PolicyReader | undefined => {
  const policies = useRead('policies', { params: { service: service.code } }, { staleTime: HOUR });
  const calendar = useRead('calendar', {}, { staleTime: HOUR });
  return useMemo(() => {
    if (!policies.data || !calendar.data) return undefined;
    // What no row sets is the service's own default, which knows its article and whether it is confirmed.
    const rows = policies.data.flatMap(({ key, value, source, validFrom }) =>
      validFrom === null ? [] : [{ key, value, source, validFrom }],
    );
    return makePolicyReader(service.policies, rows, [], calendar.data.today);
  }, [service, policies.data, calendar.data]);
};
