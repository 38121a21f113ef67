import type { TimelineEntry } from '@zhitongche/contract';

/** The story of a case, the latest first; what the system does by itself one after another stands in one line, each thing once. */
export const toldTogether = (timeline: readonly TimelineEntry[]): readonly TimelineEntry[] => {
  const told: TimelineEntry[] = [];
  for (const entry of timeline) {
    const before = told.at(-1);
    if (entry.body.type !== 'effect' || before?.body.type !== 'effect') {
      told.push(entry);
      continue;
    }
    const said = before.text.split('、');
    const text = said.includes(entry.text) ? before.text : [...said, entry.text].join('、');
    told[told.length - 1] = { ...entry, text };
  }
  return told.toReversed();
};
