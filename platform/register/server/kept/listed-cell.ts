import { type Answers, fieldAt, isMissing, toCellText } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';
import type { listRows } from './list-rows.ts';

/** A row as a list shows it. */
export type Listed = Awaited<ReturnType<typeof listRows>>['items'][number];

/** A masked value goes out as it is seen. */
export const shown = (kind: RegisterKind, key: string, answers: Answers): string => {
  const field = fieldAt(kind.whole, key)?.field;
  const value = answers[key];
  if (!field || isMissing(value)) return '';
  return typeof value === 'string' && value.includes('*') ? value : toCellText(field, value);
};
