import { targetDoubt } from '../model/target.ts';
import type { Findings } from './finding.ts';
import type { SourceLocation } from './line.ts';

/** Where something was read, for a finding about it. */
export interface ReadAt {
  readonly place: SourceLocation;
  readonly subject: string;
  readonly owner: string;
  readonly raw: string;
}

/** Says that footnote marks were taken off what was read. */
export function noteMarks(marks: string | undefined, at: ReadAt, findings: Findings): void {
  if (marks === undefined || marks === '') return;
  findings.add('cleaned', at.place, {
    ...at,
    message: `注码“${marks}”已去除，不算作数字。`,
    en: 'A footnote mark was taken off; it is no digit.',
  });
}

/** Says what a target taken apart does not show. */
export function noteTarget(at: ReadAt, findings: Findings): void {
  const doubt = targetDoubt(at.raw);
  if (doubt !== null) findings.add('doubtful', at.place, { ...at, ...doubt });
}
