import type { Answers, Form } from '@zhitongche/form';
import type { CorrectionItem } from '@zhitongche/case';
import { rowsOf } from '../diff/compare-answers.ts';

/** A place in the answers a fault can point at. */
export interface FaultPlace {
  /** Path as the kernel writes it: `members.2.idNumber`; empty for the whole case. */
  readonly at: string;
  /** As people say it: `出访人员 第 3 人 · 身份证号`. */
  readonly label: string;
}

/** The whole application, when no single answer is to blame. */
export const WHOLE: FaultPlace = { at: '', label: '整个申报' };

/** Every place a fault may point at, in the order of the form; tables offer the table, each row and each cell. */
export const faultPlaces = (form: Form, answers: Answers): readonly FaultPlace[] => [
  WHOLE,
  ...Object.values(form)
    .flatMap((section) => Object.entries(section.fields))
    .flatMap(([key, field]): readonly FaultPlace[] => {
      const own = { at: key, label: field.label };
      if (field.kind !== 'table') return [own];
      return [
        own,
        ...rowsOf(answers[key]).flatMap((_, i) => {
          const row = `${field.label} 第 ${i + 1} ${field.rowName}`;
          return [
            { at: `${key}.${i}`, label: row },
            ...Object.entries(field.columns).map(([name, column]) => ({
              at: `${key}.${i}.${name}`,
              label: `${row} · ${column.label}`,
            })),
          ];
        }),
      ];
    }),
];

/** Faults being collected while reading a case; kept on this device until the case goes back. */
export type FaultDraft = readonly CorrectionItem[];

/** Notes a fault at a place; a second one at the same place is allowed, an exact repeat is not. */
export const addFault = (draft: FaultDraft, fault: CorrectionItem): FaultDraft =>
  draft.some((f) => f.at === fault.at && f.message === fault.message) ? draft : [...draft, fault];

/** Reads a draft kept on this device; anything unreadable counts as none. */
export const readFaults = (kept: unknown): FaultDraft => (Array.isArray(kept) ? kept.filter(isFault) : []);

const isFault = (value: unknown): value is CorrectionItem =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'message' in value &&
  typeof value.message === 'string';
