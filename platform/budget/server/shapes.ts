import type { Static } from 'typebox';
import type {
  Counts,
  DisclosureShape,
  FindingShape,
  ProfileShape,
  ReconciliationShape,
  Settled,
} from '@zhitongche/contract';
import { profile, standingFindings, reconcile } from '@zhitongche/budget';

/** A disclosure as it crosses the door. */
export type Model = Static<typeof DisclosureShape>;
/** A finding as it crosses the door. */
export type ModelFinding = Static<typeof FindingShape>;
/** A finding somebody dealt with. */
export type ModelSettled = Static<typeof Settled>;
/** The proof of a disclosure. */
export type Proof = Static<typeof ReconciliationShape>;
/** How many checks came out each way. */
export type ProofCounts = Static<typeof Counts>;
/** The figures one department is compared by. */
export type Profile = Static<typeof ProfileShape>;

/** What reading gave, as stored. */
export interface StoredResult {
  readonly kind: string;
  readonly encoding: string | null;
  readonly model: Model;
  readonly findings: ModelFinding[];
}

/** Proves a disclosure, minding only the gaps that nobody has filled in. */
export function prove(
  model: Model,
  findings: readonly ModelFinding[],
  settled: readonly ModelSettled[],
): { readonly proof: Proof; readonly profile: Profile } {
  return { proof: reconcile(model, standingFindings(findings, settled)), profile: profile(model) };
}
