import type { CaseView } from '@zhitongche/contract';

/** How much of a case tells whether its applicant may still give it up. */
export type Cancelling = {
  readonly acts: readonly Pick<CaseView['acts'][number], 'kind'>[];
  readonly state: Pick<CaseView['state'], 'status' | 'applicant'>;
};

const UNDER_WAY: ReadonlySet<string> = new Set(['running', 'outside', 'suspended']);

/** True for the applicant of a case under way who is offered neither to give it up nor anything of its later course. */
export const mayNoLongerCancel = ({ acts, state }: Cancelling, me: string): boolean =>
  UNDER_WAY.has(state.status) &&
  state.applicant?.id === me &&
  !acts.some(({ kind }) => kind === 'cancel' || kind === 'advance');
