import { makePolicyReader, type PolicyReader, type Service } from '@zhitongche/kernel';
import { useMemo } from 'react';
import { useRead } from '../api/queries.ts';

const HOUR = 3_600_000;

/** The figures of a service in force today at this office; undefined until they are here. */
export const usePolicyReader = (service: Service): PolicyReader | undefined => {
  const policies = useRead('policies', { params: { service: service.code } }, { staleTime: HOUR });
  const calendar = useRead('calendar', {}, { staleTime: HOUR });
  return useMemo(() => {
    if (!policies.data || !calendar.data) return undefined;
    const rows = policies.data.map(({ key, value, source, validFrom }) => ({
      key,
      value,
      source,
      validFrom: validFrom ?? '0001-01-01',
    }));
    return makePolicyReader(service.policies, rows, [], calendar.data.today);
  }, [service, policies.data, calendar.data]);
};
