import { type Answers, type Form, proposedIn } from '@zhitongche/form';
import type { CaseState } from './state.ts';

/** What a case does to rows of a register that people keep. */
export type RowOrder =
  | { readonly row: 'enter'; readonly answers: Answers }
  /** `find`: answers to the fields that name one thing in that register. */
  | { readonly row: 'edit'; readonly find: Answers; readonly answers: Answers }
  /**
   * What the case says of a thing: entered where none is on record by that name, else proposed to its keeper where it differs. Never
   * stands in the way of the act. `fresh`: what only a row entered anew begins with.
   */
  | { readonly row: 'propose'; readonly answers: Answers; readonly fresh?: Answers }
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
   * The row of that name, or of that person by number, where there is one that answers as `where` says and not as `unless` does: the first of these moves that is open to it as it
   * stands and changes something; else nothing. What a register kept beside the case learns from it.
   */
  | {
      readonly row: 'follow';
      readonly find: Answers;
      readonly where: Answers;
      readonly unless?: Answers;
      readonly moves: readonly { readonly move: string; readonly data?: Answers }[];
    }
  /** Every piece this case holds; with `where` those that answer so, with `id` that one. */
  | {
      readonly row: 'move-held';
      readonly where?: Answers;
      readonly id?: string;
      readonly move: string;
      readonly data?: Answers;
    };

/** What a case writes to a register when an effect says so: in the commit of the act, all or nothing. */
export interface KeepDef {
  readonly register: string;
  /** An office may do without the register: then nothing is written. */
  readonly whereKept?: true;
  /** As the case stands once the act counts; nothing to do = empty. */
  orders(
    state: CaseState,
    context: {
      readonly caseId: string;
      readonly caseNumber: string;
      readonly today: string;
      /** Ids of the strands the act has moved; absent = none. */
      readonly moved?: readonly string[];
    },
  ): readonly RowOrder[];
}

/** What the fields of a form that `pick` from a register propose to it, from the answers of the case as it stands. */
export const proposing = (
  form: Form,
  register: string,
  answersOf: (state: CaseState) => Answers = ({ answers }) => answers,
): KeepDef => ({
  register,
  whereKept: true,
  orders: (state) =>
    proposedIn(form, answersOf(state)).flatMap((said) =>
      said.register === register
        ? [{ row: 'propose' as const, answers: said.answers, ...(said.fresh && { fresh: said.fresh }) }]
        : [],
    ),
});
