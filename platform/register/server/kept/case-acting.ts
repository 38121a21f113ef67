import type { Doer } from '@zhitongche/case';
import type { CaseRef } from '@zhitongche/register';

/** The act of a case that writes rows. */
export interface CaseActing {
  readonly office: string;
  readonly at: Date;
  readonly doer: Doer;
  readonly source: string;
  readonly of: CaseRef;
  /** Organisation new rows belong to that name none. */
  readonly home: string;
}
