import type { Trust } from './trust.ts';

/** The five steps: signature, signed content, issuer, data groups, printed zone. */
export type StepName = 'signature' | 'content' | 'issuer' | 'groups' | 'zone';

/** Why a step fails, or what must be known of one that holds. */
export type Finding =
  | 'unreadable'
  | 'no-certificate'
  | 'unknown-algorithm'
  | 'signature-wrong'
  | 'content-changed'
  | 'unknown-issuer'
  | 'not-yet-valid'
  | 'expired'
  | 'wrong-usage'
  | 'revoked'
  | 'revocation-unknown'
  | 'other-state'
  | 'group-changed'
  | 'group-unsigned'
  | 'group-missing'
  | 'other-zone'
  | 'check-digit';

/** One step with its verdict; groups are named where the finding is about them. */
export interface Step {
  readonly name: StepName;
  readonly verdict: 'holds' | 'fails' | 'not-checked';
  readonly findings: readonly { readonly code: Finding; readonly groups?: readonly number[] }[];
}

/** What was read off a chip. */
export interface ChipFiles {
  readonly sod: Uint8Array;
  /** Data groups by number. */
  readonly groups: ReadonlyMap<number, Uint8Array>;
}

/** What an inspection holds a chip against. */
export interface InspectionContext {
  readonly trust: Trust;
  readonly on: Date;
  /** The lines as they are printed; without them the last step is not checked. */
  readonly printed?: readonly string[];
}
