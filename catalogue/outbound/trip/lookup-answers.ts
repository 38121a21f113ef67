import type { Json } from '@zhitongche/base';
import type { OverdueDocument } from '../../shared/late-documents.ts';
import { countIn, rowsAt, textIn, textsIn } from '../../shared/lookup-rows.ts';

/**
 * Questions that checks put to the registers on the server. Arguments come from the answers; the server adds who is
 * asking (the filing unit), so that a unit only ever learns about its own people and trips.
 */

/**
 * `person-trips`: official trips of the people named by citizen id, from five years ago on and approved ones still to come,
 * this case left out; of trips for another unit only dates and mission are told.
 */
export type PersonTripsArgs = { readonly people: readonly string[] };
/** One other trip of a person. */
export type PersonTrip = {
  readonly citizenId: string;
  readonly caseNumber: string;
  readonly group: string;
  readonly exitDate: string;
  readonly entryDate: string;
  readonly countries: readonly string[];
  readonly missionKind: string;
};
/** Answer of `person-trips`. */
export type PersonTripsAnswer = { readonly trips: readonly PersonTrip[] };

/**
 * `overdue-passports`: passports the filing unit keeps out past their day, and permits of the people named that are out
 * past their day or came back late within five years, whichever unit they travelled for.
 */
export type OverdueArgs = { readonly people: readonly string[] };
/** Answer of `overdue-passports`. */
export type OverdueAnswer = { readonly documents: readonly OverdueDocument[] };

/**
 * `similar-trips`: other trips within 60 days of these dates, approved or on their way since their unit signed: of the
 * filing unit those that share a country or an inviter, and for a reviewer those of the units below the own office that
 * share an inviter.
 */
export type SimilarTripsArgs = {
  readonly from: string;
  readonly to: string;
  readonly countries: readonly string[];
  readonly inviters: readonly string[];
};
/** A trip that resembles this one. */
export type SimilarTrip = {
  readonly caseNumber: string;
  readonly group: string;
  readonly exitDate: string;
  readonly entryDate: string;
  readonly countries: readonly string[];
  readonly inviters: readonly string[];
  readonly members: number;
  /** Name of the unit, when it is another one. */
  readonly unit?: string;
};
/** Answer of `similar-trips`. */
export type SimilarTripsAnswer = { readonly trips: readonly SimilarTrip[] };

/** Reads an answer of `person-trips`; nothing known gives no trips. */
export const personTrips = (answer: Json | undefined): readonly PersonTrip[] =>
  rowsAt(answer, 'trips').map((row) => ({
    citizenId: textIn(row.citizenId),
    caseNumber: textIn(row.caseNumber),
    group: textIn(row.group),
    exitDate: textIn(row.exitDate),
    entryDate: textIn(row.entryDate),
    countries: textsIn(row.countries),
    missionKind: textIn(row.missionKind),
  }));

/** Reads an answer of `overdue-passports`. */
export const overdueDocuments = (answer: Json | undefined): readonly OverdueDocument[] =>
  rowsAt(answer, 'documents').map((row) => ({
    kind: row.kind === 'permit' ? 'permit' : 'passport',
    holder: textIn(row.holder),
    ...(typeof row.citizenId === 'string' ? { citizenId: row.citizenId } : {}),
    caseNumber: textIn(row.caseNumber),
    due: textIn(row.due),
    daysLate: countIn(row.daysLate),
    ...(typeof row.returnedOn === 'string' && row.returnedOn !== '' ? { returnedOn: row.returnedOn } : {}),
  }));

/** Reads an answer of `similar-trips`. */
export const similarTrips = (answer: Json | undefined): readonly SimilarTrip[] =>
  rowsAt(answer, 'trips').map((row) => ({
    caseNumber: textIn(row.caseNumber),
    group: textIn(row.group),
    exitDate: textIn(row.exitDate),
    entryDate: textIn(row.entryDate),
    countries: textsIn(row.countries),
    inviters: textsIn(row.inviters),
    members: countIn(row.members),
    ...(typeof row.unit === 'string' ? { unit: row.unit } : {}),
  }));
