import type { Findings } from './finding.ts';
import type { Line } from './line.ts';

/** How far a reading has come: the step, and the share of it that is done, 0 to 1. */
export interface Progress {
  readonly step: 'open' | 'read' | 'done';
  readonly share: number;
}

/** What the caller may add: a listener for progress, awaited so that a page can repaint, and where PDF character maps are kept. */
export interface ReadOptions {
  readonly onProgress?: (progress: Progress) => void | Promise<void>;
  /** Location of the predefined CMaps of pdf.js with a closing slash; without it PDFs relying on them lose those characters. */
  readonly cMapUrl?: string;
  /** Told every printed line as it is taken, for showing the source beside what was read from it. */
  readonly onLine?: (line: Line) => void;
  /** Largest file, in bytes, that is opened; 256 MiB when absent. */
  readonly maxBytes?: number;
}

/** What a reader of one file format hands to the interpreter, or why the file could not be opened. */
export type Opened =
  | {
      readonly ok: true;
      readonly lines: Iterable<Line>;
      readonly encoding: string | null;
      readonly findings: Findings;
    }
  | { readonly ok: false; readonly message: string; readonly en: string };
