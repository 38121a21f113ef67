import type { Answers } from '@zhitongche/form';
import type { CaseState } from './state.ts';

/** What a case does to rows of a register that people keep. */
export type RowOrder =
  | { readonly row: 'enter'; readonly answers: Answers }
  /** `find`: answers to the fields that name one thing in that register. */
  | { readonly row: 'edit'; readonly find: Answers; readonly answers: Answers }
  | { readonly row: 'move'; readonly find: Answers; readonly move: string; readonly data?: Answers }
  /** The next pieces in stock, in the order of their names, that answer as `where` says. */
  | {
      readonly row: 'draw';
      readonly where?: Answers;
      readonly move: string;
      readonly data?: Answers;
      readonly count: number;
    }
  /**
   * The row of that name, where there is one that answers as `where` says and not as `unless` does: the first of these moves that is open to it as it
   * stands and changes something; else nothing. What a register kept beside the case learns from it.
   */
  | {
      readonly row: 'follow';
      readonly find: Answers;
      readonly where: Answers;
      readonly unless?: Answers;
      readonly moves: readonly { readonly move: string; readonly data?: Answers }[];
    }
  /** Every piece this case holds. */
  | { readonly row: 'move-held'; readonly move: string; readonly data?: Answers };

/** What a case writes to a register when an effect says so: in the commit of the act, all or nothing. */
export interface KeepDef {
  readonly register: string;
  /** An office may do without the register: then nothing is written. */
  readonly whereKept?: true;
  /** As the case stands once the act counts; nothing to do = empty. */
  orders(
    state: CaseState,
    context: { readonly caseId: string; readonly caseNumber: string; readonly today: string },
  ): readonly RowOrder[];
}
