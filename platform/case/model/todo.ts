import type { CaseState } from './state.ts';

/** Something that comes after an approval, with its day: what, for whom, until when, and the act that does it. */
export interface Todo {
  readonly title: string;
  readonly detail?: string;
  /** Until this day, or on it; absent where none is set. */
  readonly by?: string;
  /** When, in words, where no day can be told yet. */
  readonly when?: string;
  /** The first day, where it lasts. */
  readonly from?: string;
  readonly done?: true;
  /** Key of the act of the case that does it, offered while it is open. */
  readonly act?: string;
  /** Who does it, where it is not the applicant. */
  readonly who?: string;
}

/** What follows an approval, in order; nothing where the service says none or cannot tell. */
export const todoOf = (
  service: { readonly todo?: (state: CaseState, today: string) => readonly Todo[] },
  state: CaseState,
  today: string,
): readonly Todo[] => {
  try {
    return service.todo?.(state, today) ?? [];
  } catch {
    return [];
  }
};
