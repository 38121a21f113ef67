import type { Answers } from '@zhitongche/form';

/** What an act opens with: answers of its form the page knows already, the sections it does not show for that, words written before. */
export interface ActStart {
  readonly data?: Answers;
  readonly quiet?: readonly string[];
  readonly opinion?: string;
}
