import type { Result } from '@zhitongche/base';

/** What a file turned out to be, by its content. */
export interface Inspected {
  readonly extension: string;
  /** Media type it is served with. */
  readonly type: string;
  /** Whether a browser may show it in place. */
  readonly inline: boolean;
}

/** A sheet with its cells row by row, each as the text a person sees. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  /** Its workbook counts days from 1904. */
  readonly late?: true;
}

/** What may be asked of a file somebody sent. */
export interface ReadTasks {
  /** Is it what its name says, and fit to be kept? */
  readonly inspect: { readonly task: { readonly name: string }; readonly done: Result<Inspected> };
  /** Its visible sheets with their cells. */
  readonly sheets: { readonly task: { readonly name: string }; readonly done: Result<readonly Sheet[]> };
  /** Its picture alone, with its size: no place, device, preview; refused when it is no whole JPEG that stands upright. */
  readonly photo: {
    readonly task: Readonly<Record<never, never>>;
    readonly done: Result<SeenPhoto>;
  };
  /** What ties it to papers of this office; certificates as DER. */
  readonly paper: {
    readonly task: { readonly certificates: readonly Uint8Array[] };
    readonly done: ReadPaper;
  };
}
export type ReadName = keyof ReadTasks;

/** A photograph with nothing but its picture. */
export interface SeenPhoto {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A file held against papers of this office. */
export interface ReadPaper {
  /** SM3 of the whole, hex. */
  readonly digest: string;
  /** SM3 of each beginning that is itself a finished PDF: what later updates were appended to. */
  readonly beginnings: readonly string[];
  /** Whether it carries a signature or a certificate of this office. */
  readonly names: boolean;
}
