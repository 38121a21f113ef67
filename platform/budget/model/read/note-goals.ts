import { wordedGoals } from '../model/department-goals.ts';
import type { Findings } from './finding.ts';
import type { SourceLocation } from './line.ts';
import { noteTarget } from './marks.ts';

const subject = '部门整体绩效目标';

/** A paragraph of the narrative with its place. */
export interface PlacedParagraph {
  readonly text: string;
  readonly place: SourceLocation;
}

/** Lists what the narrative words as goals and indicators of the department without it being clear whose, and targets whose numbers cannot be told. */
export function noteGoals(
  paragraphs: readonly PlacedParagraph[],
  year: string | null,
  findings: Findings,
): void {
  const { goals, unclear } = wordedGoals(
    paragraphs.map(({ text }) => text),
    year,
  );
  for (const at of unclear) {
    const { text = '', place = {} } = paragraphs[at] ?? {};
    findings.add('unread', place, {
      subject,
      owner: 'department',
      raw: text,
      message: '文中写有绩效目标或指标，但分不清属于哪一项，未读作指标。',
      en: 'Goals or indicators are worded here, but not whose they are; they were not read as indicators.',
    });
  }
  for (const { indicators } of goals)
    for (const { raw, at } of indicators)
      noteTarget({ place: paragraphs[at]?.place ?? {}, subject, owner: 'department', raw }, findings);
}
