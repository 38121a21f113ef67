import type { Actor } from '@zhitongche/kernel';

/** An actor within an office; every use case takes one: no actor, no call. */
export interface OfficeActor extends Actor {
  readonly office: string;
  /** Address the request came from, for the audit. */
  readonly source: string;
}

/** A signed-in caller as the session knows it. */
export interface Signed {
  readonly actor: OfficeActor;
  /** Names the session without opening it: the digest of its token. */
  readonly session: string;
  /** When the session ends if nobody uses it any more, milliseconds since 1970. */
  readonly until: number;
  /** Token the browser must echo in `x-csrf-token` on writes. */
  readonly csrf: string;
  /** What must happen before anything else is allowed. */
  readonly must: readonly ('change-password' | 'set-up-totp')[];
}
