import type { OrgKind, Role } from '@zhitongche/access';
import type { PolicyValue } from '@zhitongche/office';

/** An organisation of a demo office, named by a short key. */
export interface DemoOrg {
  readonly key: string;
  readonly parent: string | null;
  readonly kind: OrgKind;
  readonly name: string;
  /** Code of a division that flows name. */
  readonly code?: string;
}

/** Somebody of a demo office; invented, like everybody here. */
export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  /** Key of the organisation. */
  readonly org: string;
  readonly roles: readonly Role[];
  /** Key of the organisation the roles are held at, when it is not the own one. */
  readonly at?: string;
  /** Told on the log-in page as an account to try. */
  readonly shown?: string;
}

/** How a body of the demo office heads its papers. */
export interface DemoLetterhead {
  readonly org: string;
  readonly mark: string;
  readonly address: string;
  readonly phone: string;
}

/** A figure the demo office sets differently from the shipped default. */
export interface DemoPolicy {
  readonly key: string;
  readonly org?: string;
  readonly value: PolicyValue;
  readonly validFrom: string;
  readonly source: string;
}
