/** How strongly a problem holds the case: stops it, asks for a reason, or merely informs. */
export type Level = 'block' | 'warn' | 'info';

/** Where a problem sits: field key, row index, column key … e.g. `['members', 2, 'idNumber']`; empty = whole form. */
export type At = readonly (string | number)[];

/** The rule a problem rests on; printed on notices next to the sentence. */
export interface Basis {
  /** Title or number of the document, e.g. `财行〔2013〕516号`. */
  readonly title: string;
  /** Article or what exactly it says, when known. */
  readonly article?: string;
  /** True while the text itself has not been read and the attribution awaits confirmation. */
  readonly unconfirmed?: boolean;
}

/** An expected refusal or hint, always a value, never an exception. */
export interface Problem {
  /** Stable code, `field.required`, `trip.R-08`, `case.stale-revision` … */
  readonly code: string;
  readonly level: Level;
  readonly at: At;
  /** What is wrong, in plain Chinese, without blame. */
  readonly message: string;
  /** The same for English readers. */
  readonly en: string;
  /** What to do about it, in plain Chinese. */
  readonly todo?: string;
  readonly basis?: Basis;
}

/** A problem that stops the case: code, place, both sentences, and what to do. */
export const blocking = (
  code: string,
  at: At,
  message: string,
  en: string,
  more: Pick<Problem, 'todo' | 'basis'> = {},
): Problem => ({ code, level: 'block', at, message, en, ...more });

/** What stands in the way at one field (`''` = at none), and what to do about it. */
export const stop = (
  code: string,
  field: string,
  message: string,
  en: string,
  todo: string,
  basis?: Basis,
): Problem => blocking(code, field === '' ? [] : [field], message, en, { todo, ...(basis && { basis }) });

/** A value or all the problems that stand in its way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Wraps a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps refusals; an empty list is a bug of the caller. */
export const refuse = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems });

/** True when any problem stops the case. */
export const blocks = (problems: readonly Problem[]): boolean => problems.some((p) => p.level === 'block');
