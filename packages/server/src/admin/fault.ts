import type { Problem } from '@zhitongche/kernel';

/** A fault of an administrator's entry, at one field; an empty field means the whole entry. */
export const fault = (
  code: string,
  field: string,
  message: string,
  en: string,
  more: Pick<Partial<Problem>, 'todo' | 'basis'> = {},
): Problem => ({ code, level: 'block', at: field ? [field] : [], message, en, ...more });
