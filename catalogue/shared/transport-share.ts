import type { PolicyDef } from '@zhitongche/office';
import { standards434 } from './travel-basis.ts';

/** What is left of the incidentals where the host provides transport: one figure for the budget of a trip and for its settlement. */
export const TRANSPORT_SHARE: PolicyDef = {
  key: 'outbound-trip.incidentals-with-transport',
  label: '接待方提供交通时公杂费按标准的',
  type: 'number',
  unit: '%',
  default: 40,
  shared: true,
  basis: standards434('接待方提供交通的，公杂费按标准的40%发放'),
};
