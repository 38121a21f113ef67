import type { Answers } from '@zhitongche/form';
import type { RegisterKind } from './kind.ts';

/** Organisation a row belongs to: what its field names, else `home`. */
export const orgOf = (kind: RegisterKind, answers: Answers, home: string): string => {
  const value = kind.org === undefined ? home : answers[kind.org];
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : home;
};

/** Where a row with such answers begins. */
export const beginsAt = ({ stages }: Pick<RegisterKind, 'stages'>, answers: Answers): string =>
  stages?.begins?.(answers) ?? stages?.first ?? '';

/** What only moves set stays as it is. */
export const setByMoves = (kind: RegisterKind, answers: Answers): Answers =>
  Object.fromEntries(
    Object.keys(kind.whole.$set?.fields ?? {}).flatMap((key) =>
      answers[key] === undefined ? [] : [[key, answers[key]]],
    ),
  );

/** The answers a form of the register asks for, without what only moves set. */
export const askedPart = (kind: RegisterKind, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !kind.whole.$set?.fields[key]));
