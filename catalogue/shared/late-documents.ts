import { daysBetween, isJsonObject, type Json } from '@zhitongche/base';
import { rowsAt, textIn, textsIn } from './lookup-rows.ts';

/** A document not handed in in time; `daysLate` counts calendar days after `due`. */
export type OverdueDocument = {
  readonly kind: 'passport' | 'permit';
  /** In full for the people asked about, of others the first character. */
  readonly holder: string;
  /** Present for the people asked about. */
  readonly citizenId?: string;
  readonly caseNumber: string;
  /** What the register of documents calls it, where that keeps it. */
  readonly kept?: string;
  readonly due: string;
  /** Up to the day it came back, or up to today. */
  readonly daysLate: number;
  /** When it came back late; absent while it is out. */
  readonly returnedOn?: string;
};

/** What is asked of the registers of documents, where an office keeps them: `kept-rows`. */
export const DOCUMENTS_KEPT = 'documents-kept';
/** Those that are out past their day, but for what is out for the case that asks. */
export const LATE = {
  registers: ['custody', 'custody-own'],
  stages: ['lent', 'abroad', 'overdue'],
  due: 'due',
  except: 'caseNumber',
} as const;

/** Documents kept piece by piece that are late or came back late: a passport concerns the unit, a permit its holder among those asked about. */
export const keptDocuments = (answer: Json | undefined, today: string): readonly OverdueDocument[] =>
  rowsAt(answer, 'rows').flatMap((row) => {
    const answers = isJsonObject(row.answers) ? row.answers : {};
    const kind = answers['kind'] === 'permit' ? 'permit' : 'passport';
    const [citizenId] = textsIn(row.people);
    const out = LATE.stages.some((stage) => stage === row.stage);
    const returnedOn = out ? '' : textIn(answers['returnedOn']);
    const due = textIn(answers[out ? 'due' : 'missed']);
    if (due === '' || (kind === 'permit' && citizenId === undefined) || (!out && returnedOn === ''))
      return [];
    const daysLate = daysBetween(due, out ? today : returnedOn);
    if (daysLate <= 0) return [];
    return [
      {
        kind,
        holder: '',
        ...(citizenId === undefined ? {} : { citizenId }),
        caseNumber: textIn(answers['caseNumber']),
        kept: textIn(row.title),
        due,
        daysLate,
        ...(returnedOn === '' ? {} : { returnedOn }),
      },
    ];
  });
