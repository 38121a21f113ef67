import type { Service } from './service.ts';
import type { CaseState } from './state.ts';

const OVER: readonly CaseState['status'][] = ['refused', 'cancelled', 'correcting', 'draft'];

/** True once a case went on to papers that say yes: whoever decided last before them did not refuse, and the matter was not ended since. */
export const isApproved = (service: Pick<Service, 'flow'>, state: CaseState): boolean =>
  !OVER.includes(state.status) &&
  (state.papers.length === 0 || state.papers.some(({ revoked }) => !revoked)) &&
  state.path.some(
    ({ step }, i) =>
      service.flow.steps[step]?.kind === 'issuing' &&
      !state.seats.some((seat) => seat.entry === i && seat.verdict === 'refuse'),
  );
