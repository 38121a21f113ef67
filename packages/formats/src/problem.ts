import { blocking, type At, type Basis, type Problem } from '@zhitongche/base';

/** A refusal of this room: it always stops the paper. */
export function refusal(
  code: string,
  at: At,
  message: string,
  todo: string,
  en: string,
  basis?: Basis,
): Problem {
  return blocking(code, at, message, en, { todo, ...(basis ? { basis } : {}) });
}

/** The standard papers are laid out by, as it prints next to a refusal. */
export const LAYOUT_STANDARD = 'GB/T 9704-2012';
