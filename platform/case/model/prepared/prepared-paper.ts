import type { Block, Json } from '@zhitongche/base';
import type { Answers, FileRef } from '@zhitongche/form';

/** What a prepared paper is written from: the sound answers it names, and no others. */
export interface PreparedFacts {
  readonly answers: Answers;
  /** The row it is about, where it comes back in a table. */
  readonly row?: Answers;
  /** Figures the service computes, where it shows any. */
  readonly figures?: Json;
}

/** Whom a prepared paper goes to: follows from the unit, not from what was typed. */
export interface PreparedTo {
  /** The authority that is asked. */
  readonly authority: string;
}

/**
 * 代拟稿: a paper the applicant would otherwise write although the system holds what it says. Drawn from the draft, sealed by
 * the applicant, brought back as an upload, and known there by its version code.
 */
export interface PreparedPaper {
  readonly title: string;
  /** The upload it comes back as: a field of the form, or `table.column`. */
  readonly back: string;
  /** Answers it shows; whichever of them changes makes another version. */
  readonly shows: readonly string[];
  /** Columns of its row it shows, where it comes back in a table. */
  readonly ofRow?: readonly string[];
  /** Of what the service computes, what it shows. */
  figures?(derived: Json): Json;
  /** Days, places and names are told apart by what is written, so nothing of the day it is drawn may stand in it. */
  write(facts: PreparedFacts, to: PreparedTo): readonly Block[];
}

/** Prepared papers of a service by their keys. */
export type PreparedPapers = Readonly<Record<string, PreparedPaper>>;

/** Place of an upload: the field, and the row where it is in a table. */
export interface PreparedPlace {
  readonly at: readonly (string | number)[];
  readonly row?: number;
  readonly files: readonly FileRef[];
}

const rowsOf = (value: Json | undefined): readonly Answers[] =>
  Array.isArray(value)
    ? value.map((row: Json) => (row instanceof Object && !Array.isArray(row) ? (row as Answers) : {}))
    : [];

// Sound answers hold sound references only.
const filesOf = (value: Json | undefined): readonly FileRef[] =>
  Array.isArray(value) ? (value as readonly FileRef[]) : [];

/** Where a paper comes back in sound answers. */
export const placesOf = (back: string, sound: Answers): readonly PreparedPlace[] => {
  const [field = '', column] = back.split('.');
  if (column === undefined) return [{ at: [field], files: filesOf(sound[field]) }];
  return rowsOf(sound[field]).map((row, index) => ({
    at: [field, index, column],
    row: index,
    files: filesOf(row[column]),
  }));
};

const only = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(keys.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])));

/** What a paper shows of sound answers; undefined for a row there is none of. */
export const factsIn = (
  paper: Omit<PreparedPaper, 'write'>,
  sound: Answers,
  derived: Json,
  index?: number,
): PreparedFacts | undefined => {
  const [field = '', column] = paper.back.split('.');
  const row = column === undefined ? undefined : rowsOf(sound[field])[index ?? -1];
  if (column !== undefined && row === undefined) return undefined;
  return {
    answers: only(sound, paper.shows),
    ...(row === undefined ? {} : { row: only(row, paper.ofRow ?? []) }),
    ...(paper.figures ? { figures: paper.figures(derived) } : {}),
  };
};

/** Papers that come back at a place of the form, by their keys. */
export const preparedAt = (
  prepared: PreparedPapers,
  at: readonly (string | number)[],
): readonly { readonly key: string; readonly paper: PreparedPaper }[] => {
  const back = at.filter((step) => typeof step === 'string').join('.');
  return Object.entries(prepared).flatMap(([key, paper]) => (paper.back === back ? [{ key, paper }] : []));
};
