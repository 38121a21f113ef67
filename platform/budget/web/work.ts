import type { Disclosure, Finding, SettledFinding } from '@zhitongche/budget';
import type { Reply } from '@zhitongche/contract/web';

/** What there is to work on: a reading just made, or a disclosure saved before. */
export interface Work {
  readonly id: string;
  readonly revision: number;
  readonly published: boolean;
  readonly source: string;
  /** True when it was drawn up here: there is no file to show beside it. */
  readonly prepared: boolean;
  readonly model: Disclosure;
  readonly findings: readonly Finding[];
  readonly settled: readonly SettledFinding[];
  readonly versions: Reply<'disclosure'>['versions'];
  /** Whether I may change it. */
  readonly mine: boolean;
}
