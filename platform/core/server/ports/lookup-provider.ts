import type { Json } from '@zhitongche/base';
import type { Question, Rows } from '@zhitongche/host';
import type { Keys } from '../keys/keys.ts';

/** Who asks: a unit learns about its own people and trips, a person about the own ones. */
export interface LookupScope {
  readonly office: string;
  readonly unit: string;
  /** Set for a service persons file for themselves: whoever files learns about the own cases only. */
  readonly person: string | null;
  /**
   * True once somebody stands for what is asked: of a filed application the registers of every unit are asked about the
   * people it names, so that limits on a person hold wherever they travelled. Numbers still being typed are asked about in
   * the own unit only.
   */
  readonly everywhere: boolean;
  /** Units whose trips the reader may see beside the filing one: those below a reviewer's office, none for the unit itself. */
  readonly reach: Reach;
  /** Whoever asks: files, or reads. */
  readonly by: string;
  /** The case being filled in, left out of the answers; null when there is none yet. */
  readonly caseId: string | null;
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
}

/** Units whose trips a reader may see, and what tells this reach from another. */
export interface Reach {
  readonly units: readonly string[];
  readonly of: string;
}

/** Nobody's but the unit's own. */
export const NO_REACH: Reach = { units: [], of: '' };

/** Answers a question of a service's checks from the registers. */
export interface LookupProvider {
  /** Numbers of the persons it asks about; absent = it asks about nobody in particular. */
  people?(args: Json): readonly string[];
  /** What to ask the database; null when the arguments leave nothing to ask. */
  question(args: Json, scope: LookupScope, keys: Keys): Question | null;
  /** Ids of the rows people keep that the answer rests on; an act lets none count that was written past the program. */
  restsOn?(rows: Rows): readonly string[];
  /** What the rows come to; no rows when nothing was asked. */
  answer(rows: Rows, args: Json, scope: LookupScope, keys: Keys): Json;
}
