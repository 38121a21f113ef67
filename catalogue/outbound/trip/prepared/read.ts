import type { PreparedFacts } from '@zhitongche/case';
import { printedAnswers, type RowOf } from '@zhitongche/form';
import type { publicityColumns } from '../fields/materials.ts';
import { tripForm } from '../form.ts';
import { type TripWords, tripWords } from '../papers/parts.ts';

/** What a prepared paper of a trip is written from: the trip in words, and its row of the publicity table. */
export interface TripRead {
  readonly words: TripWords;
  readonly row: RowOf<typeof publicityColumns>;
  readonly figures: PreparedFacts['figures'];
}

/** Reads what a prepared paper shows as papers print it. */
export const readTrip = ({ answers, row = {}, figures }: PreparedFacts): TripRead => ({
  words: tripWords(printedAnswers(tripForm, answers)),
  row,
  figures,
});

/** Answers that say who goes where, when, what for and who pays. */
export const WHOLE_TRIP = [
  'filerUnit',
  'organiser',
  'groupName',
  'purpose',
  'members',
  'legs',
  'exitDate',
  'entryDate',
  'route',
  'fundSources',
  'fundNote',
  'hostAirfare',
] as const;
