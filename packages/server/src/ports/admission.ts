import type { Query } from '../db/db.ts';
import type { Soundness } from '../keys/row-mac.ts';

/** Whether rows without a code still count as those of an older program; `since` is null while no job has begun it. */
export interface Adoption {
  readonly open: boolean;
  readonly since: Date | null;
  /** Lines of the audit that pretend to be a mark. */
  readonly forged: number;
  /** The marks are gone, though this machine once saw them. */
  readonly lost: boolean;
}

/** Who decides whether a row may count. */
export interface Admission {
  /** True for a sound row, and for one without a code while rows of an older program are being adopted. */
  admits(office: string, found: Soundness, query?: Query): Promise<boolean>;
  /** Reads the marks, and writes outside of the database that there are some: who takes them away gains nothing. */
  state(office: string, query?: Query): Promise<Adoption>;
}
