import type { Answers } from '@zhitongche/form';
import type { Slot } from './booking.ts';

/** How whoever a row is about checks in by the code that is shown where it takes place, on a telephone of his own. */
export interface CheckIn {
  /** Field that picks what the code stands for: a course, a room. */
  readonly door: string;
  /** Whose row it is: the fields with a name and an organisation, or whoever entered it. */
  readonly who: 'entered' | { readonly name: string; readonly org: string };
  /** Move the code makes; nobody makes it by hand. Its form takes `at` (when the code was shown) and `arrived`. */
  readonly move: string;
  /** Field it sets to the minute of the code: a row that has it has been checked in. */
  readonly done: string;
  /** When a code counts for a row; undefined = never. */
  when(answers: Answers): Slot | undefined;
  /** Policy key: hours within which a code kept on a device without network still counts. */
  readonly late: string;
}
