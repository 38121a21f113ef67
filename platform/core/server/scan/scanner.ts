import type { Readable } from 'node:stream';

/**
 * What a scanner said of a file: clean; seen only in part (too large, locked, too deep); infected, with the name of what was
 * found; or nothing, because it did not answer.
 */
export interface ScanVerdict {
  readonly state: 'clean' | 'partly' | 'infected' | 'unanswered';
  /** The scanner's own words; empty when clean. */
  readonly finding: string;
}

/** Where files are scanned for viruses; always answers, never throws. */
export interface Scanner {
  scan(content: Readable): Promise<ScanVerdict>;
  /** Whether it answers at all. */
  alive(): Promise<boolean>;
}
