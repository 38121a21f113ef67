import type { Actor } from '@zhitongche/access';

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
  /**
   * Until when this holds if nobody uses the session and nobody changes a right, milliseconds since 1970: at midnight in
   * Beijing accounts, passwords and arrangements to stand in come to their last day.
   */
  readonly until: number;
  /** Token the browser must echo in `x-csrf-token` on writes. */
  readonly csrf: string;
  /** What must happen before anything else is allowed. */
  readonly must: readonly ('change-password' | 'set-up-totp' | 'choose-party')[];
}
