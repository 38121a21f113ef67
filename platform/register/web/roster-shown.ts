import type { Reply } from '@zhitongche/contract/web';
import type { Roster } from '@zhitongche/register';

/** Turns over some days, and where somebody is missing. */
export type Turns = Reply<'keptRoster'>;
/** A post of a shift that is not held. */
export type OpenPost = Pick<Turns['gaps'][number], 'day' | 'shift' | 'post' | 'missing'>;

/** What the days of a roster are shown by. */
export interface Shown {
  readonly register: string;
  readonly roster: Roster;
  readonly data: Turns;
  readonly today: string;
  /** Absent = the reader fills no posts. */
  readonly onFill: ((post: OpenPost) => void) | undefined;
}
