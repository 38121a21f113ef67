import type { Disclosure, Finding } from '@zhitongche/budget';

/** Work that would hold up everybody else: done in a thread of its own. */
export type ThreadTask =
  | { readonly do: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly do: 'write'; readonly format: 'xlsx' | 'docx' | 'pdf'; readonly model: Disclosure };

/** One printed line of the source, as the page shows it. */
export interface PrintedLine {
  readonly place: Finding['place'];
  readonly cells: readonly string[];
  readonly lines?: readonly number[];
}

/** What reading gave; the model as JSON text, ready for the database. */
export type ReadOutcome =
  | { readonly ok: true; readonly result: string; readonly lines: string }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** What a thread says: how far it has come, then its result or why there is none. */
export type ThreadWord =
  | { readonly word: 'share'; readonly share: number }
  | { readonly word: 'read'; readonly outcome: ReadOutcome }
  | { readonly word: 'written'; readonly bytes: Uint8Array }
  | { readonly word: 'refused'; readonly message: string; readonly en: string };
