import type { Result } from '@zhitongche/kernel';
import type { Inspected } from '../files/inspect.ts';
import type { Sheet } from '../files/book-cells.ts';

/** What may be asked of a file somebody sent. */
export interface ReadTasks {
  /** Is it what its name says, and fit to be kept? */
  readonly inspect: { readonly task: { readonly name: string }; readonly done: Result<Inspected> };
  /** Its visible sheets with their cells. */
  readonly sheets: { readonly task: { readonly name: string }; readonly done: Result<readonly Sheet[]> };
  /** What ties it to papers of this office; certificates as DER. */
  readonly paper: {
    readonly task: { readonly certificates: readonly Uint8Array[] };
    readonly done: ReadPaper;
  };
}
export type ReadName = keyof ReadTasks;

/** A file held against papers of this office. */
export interface ReadPaper {
  /** SM3 of the whole, hex. */
  readonly digest: string;
  /** SM3 of each beginning that is itself a finished PDF: what later updates were appended to. */
  readonly beginnings: readonly string[];
  /** Whether it carries a signature or a certificate of this office. */
  readonly names: boolean;
}

/** A task as it is handed to the thread. */
export type ReadTask = {
  readonly [N in ReadName]: ReadTasks[N]['task'] & { readonly do: N; readonly bytes: Uint8Array };
}[ReadName];
export type ReadDone = ReadTasks[ReadName]['done'];
