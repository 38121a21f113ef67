import { type CaseEvent, type CaseState, isClosed } from '@zhitongche/case';
import { dayInShanghai, type WorkCalendar, workingDaysBetween } from '@zhitongche/base';

/** What an act adds to the statistics of its day, by name; carried in the audit line and summed up by a follower. */
export type Counts = Readonly<Record<string, number>>;

/** Longest time a histogram tells apart, in working days; everything above counts as this. */
const LONGEST = 120;

/**
 * What these events count for: `received`, `handled`, `returned`, `closed`, `late`, `on-time`, `rated`, `satisfied`,
 * `took:<working days>` for whole cases and `step:<step>:<working days>` for steps.
 */
export function countsOf(
  before: CaseState,
  events: readonly CaseEvent[],
  day: string,
  calendar: WorkCalendar,
): Counts {
  const counts: Record<string, number> = {};
  const add = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const event of events) {
    switch (event.type) {
      case 'submitted':
        if (event.round === 1) add('received');
        break;
      case 'decided': {
        add('handled');
        const entered = before.path.findLast((stop) => stop.step === event.step);
        // What is put right after the end is no time the case took.
        if (entered && !isClosed(before.status))
          add(`step:${event.step}:${span(dayInShanghai(entered.at), day, calendar)}`);
        break;
      }
      case 'returned':
      case 'correction-asked':
        add('returned');
        break;
      case 'clock-stopped':
        add(event.late ? 'late' : 'on-time');
        if (before.promise) add(`took:${span(before.promise.startedOn, event.on, calendar)}`);
        break;
      case 'closed':
        add('closed');
        add(`closed:${event.outcome}`);
        break;
      case 'rated':
        add('rated');
        if (event.score >= 4) add('satisfied');
        break;
      default:
        break;
    }
  }
  return counts;
}

const span = (from: string, to: string, calendar: WorkCalendar): number =>
  Math.min(workingDaysBetween(calendar, from, to), LONGEST);
