import type { Finding } from '../read/finding.ts';

/** How a person dealt with a finding, by its position: typed what is printed, or looked and left it as it was read. */
export interface SettledFinding {
  readonly finding: number;
  readonly how: 'corrected' | 'as-read';
}

/** Whether a finding must be looked at before a reading may be accepted; cleaned and ignored spots only inform. */
export const mustSettle = ({ kind }: Pick<Finding, 'kind'>): boolean =>
  kind === 'unread' || kind === 'doubtful' || kind === 'missing';

/** Positions of the findings nobody has dealt with yet. */
export function openFindings(
  findings: readonly Finding[],
  settled: readonly SettledFinding[],
): readonly number[] {
  const done = new Set(settled.map(({ finding }) => finding));
  return findings.flatMap((finding, at) => (mustSettle(finding) && !done.has(at) ? [at] : []));
}

/** Findings that still stand: what was typed in by hand is no gap any more, what was left blank stays one. */
export function standingFindings(
  findings: readonly Finding[],
  settled: readonly SettledFinding[],
): readonly Finding[] {
  const corrected = new Set(settled.flatMap(({ finding, how }) => (how === 'corrected' ? [finding] : [])));
  return findings.filter((_, at) => !corrected.has(at));
}
