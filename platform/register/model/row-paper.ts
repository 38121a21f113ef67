import type { Block, Day, PaperDoc, SealedFact } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { KeptRow } from './row.ts';

/** A row as a paper shows it: the answers whoever asks for it may read. */
export interface PaperRow extends Pick<KeptRow, 'stage'> {
  readonly title: string;
  readonly answers: Answers;
  /** What was given with its moves; empty in a list. */
  readonly records: KeptRow['records'];
}

/** What a paper of rows is built from. */
export interface RowPaperFacts {
  readonly rows: readonly PaperRow[];
  /** The office, in full. */
  readonly office: string;
  /** Whoever asks for it. */
  readonly by: string;
  readonly today: string;
  /** Text of the signed code, for papers that carry one; absent where the office's key signs no code. */
  readonly sealed?: string;
  /** The photograph of its row, with nothing but the picture, for papers that print one. */
  readonly photo?: Uint8Array;
}

/** A paper made of rows whenever it is asked for, to be signed by hand: nothing of it is stored but that it was made. */
export interface RowPaper {
  /** Unique in the register. */
  readonly key: string;
  readonly title: string;
  /** Of one row, or of those a keeper has before him. */
  readonly of: 'row' | 'list';
  /** Whether a row has it as it stands; in a list, whether it belongs on it. */
  when(row: Pick<PaperRow, 'stage' | 'answers'>): boolean;
  readonly orientation?: PaperDoc['orientation'];
  /** A card or certificate of that size: its blocks are faces. */
  readonly sheet?: PaperDoc['sheet'];
  /** Key of the field whose photograph it prints: a row without one has no such paper. */
  readonly photo?: string;
  /** What its signed code says, the more important first; absent = it carries none. */
  sealed?(facts: RowPaperFacts): readonly SealedFact[];
  /** From when until when it counts, as its signed code says; absent = whenever. */
  term?(facts: RowPaperFacts): { readonly from: Day | null; readonly to: Day | null };
  build(facts: RowPaperFacts): readonly Block[];
}
