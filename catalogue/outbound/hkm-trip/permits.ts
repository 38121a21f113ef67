import { addDays, addMonths, daysBetween, isJsonObject, type Json } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { LATE } from '../../shared/late-documents.ts';
import { rowsAt, textIn, textsIn } from '../../shared/lookup-rows.ts';
import type { PERMIT_STATES } from './choices.ts';
import type { HkmMember } from './form.ts';

/** Asks the register of documents for the permits of those who travel. */
export const PERMITS = 'permits';
/** What is asked: by person, whatever has become of the permit; its number as a mask leaves it. */
export const permitArgs = (people: readonly string[]): Json => ({
  ...LATE,
  registers: ['custody'],
  due: '',
  people: [...people],
  masked: ['number'],
});

/** How one traveller stands as to a permit; parallel to the list of people, and nothing private. */
export interface PermitStanding {
  readonly [key: string]: Json;
  readonly state: keyof typeof PERMIT_STATES;
  /** Number as a mask leaves it. */
  readonly number: string;
  readonly until: string;
  /** The day it was due, of one that is or was late. */
  readonly due: string;
  /** How long its holder does not travel, of one that came back late. */
  readonly suspendedTo: string;
}

interface Permit {
  readonly stage: string;
  readonly until: string;
  readonly due: string;
  readonly missed: string;
  readonly returnedOn: string;
  readonly number: string;
}

const permitsOf = (facts: Facts, citizenId: string): readonly Permit[] =>
  rowsAt(facts.lookup(PERMITS), 'rows').flatMap((row) => {
    const answers = isJsonObject(row.answers) ? row.answers : {};
    if (answers['kind'] !== 'permit' || !textsIn(row.people).includes(citizenId)) return [];
    const masked = isJsonObject(row.masked) ? row.masked : {};
    return [
      {
        stage: textIn(row.stage),
        until: textIn(answers['until']),
        due: textIn(answers['due']),
        missed: textIn(answers['missed']),
        returnedOn: textIn(answers['returnedOn']),
        number: textIn(masked['number']),
      },
    ];
  });

const OUT: readonly string[] = LATE.stages;

/** Days, months and the return that standing is measured by. */
export interface PermitTerms {
  readonly today: string;
  readonly entryDate: string | undefined;
  readonly suspendedDays: number;
  readonly monthsLeft: number;
}

/** How a traveller stands by what the register of documents says of his permits. */
export const permitStanding = (
  { citizenId = '' }: HkmMember,
  facts: Facts,
  { today, entryDate, suspendedDays, monthsLeft }: PermitTerms,
): PermitStanding => {
  const all = permitsOf(facts, citizenId);
  const told = (state: PermitStanding['state'], of?: Permit, suspendedTo = ''): PermitStanding => ({
    state,
    number: of?.number ?? '',
    until: of?.until ?? '',
    due: (state === 'suspended' ? of?.missed : of?.due) ?? '',
    suspendedTo,
  });
  const late = all.find(({ stage, due }) => OUT.includes(stage) && due !== '' && due < today);
  if (late) return told('overdue', late);
  const [kept] = all
    .filter(({ missed, returnedOn }) => missed !== '' && returnedOn !== '')
    .toSorted((a, b) => b.returnedOn.localeCompare(a.returnedOn));
  const to = kept ? addDays(kept.returnedOn, suspendedDays) : '';
  if (kept && today < to) return told('suspended', kept, to);
  const [current] = all
    .filter(({ stage }) => stage === 'in' || stage === 'visa' || OUT.includes(stage))
    .toSorted((a, b) => b.until.localeCompare(a.until));
  if (!current) {
    const lost = all.find(({ stage }) => stage === 'lost');
    return lost ? told('lost', lost) : told('none');
  }
  const needed = addMonths(entryDate ?? today, monthsLeft);
  return told(current.until <= needed ? 'renew' : 'valid', current);
};

/** How long a permit has been late, in words: `应于2026-01-10交回，已逾期51天`. */
export const lateWords = ({ due }: PermitStanding, today: string): string =>
  `应于${due}交回，已逾期${daysBetween(due, today)}天`;
