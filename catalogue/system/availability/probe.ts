import { instantOf } from '@zhitongche/form';
import { defineProbe } from '@zhitongche/probe';
import { counted, monthBegun, says } from './months.ts';
import { minuteOf, outageBegun, outageSpan } from './outages.ts';

/** Systems are asked at the address on their card; faults people reported and outages found make two figures of a month. */
export const systemProbe = defineProbe({
  code: 'system-probe',
  register: 'it-system',
  address: 'address',
  figures: {
    every: 'it-system.probe-minutes',
    failures: 'it-system.probe-failures',
    networks: 'it-system.probe-networks',
    ports: 'it-system.probe-ports',
  },
  outages: {
    register: 'availability-outage',
    answers: outageBegun,
    ends: 'recover',
    ended: (until, said) => ({ until: minuteOf(until), ...(said === '' ? {} : { why: said }) }),
    span: outageSpan,
  },
  reported: {
    register: 'incident',
    span({ answers: { system, reported, restored, down }, stage }) {
      const from = instantOf(reported);
      return typeof system === 'string' && from !== undefined && down === 'down' && stage !== 'withdrawn'
        ? { title: system, from, to: instantOf(restored) ?? null }
        : undefined;
    },
  },
  months: { register: 'availability', answers: monthBegun, counts: 'count', counted, says },
});
