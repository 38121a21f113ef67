/** What the program counts and measures while it works; names of things only, never of people or cases. */
export interface Meter {
  /** An answered request; `endpoint` is a name of the contract or `page`. */
  request(endpoint: string, method: string, status: number, seconds: number): void;
  /** A statement; unnamed ones are measured together. */
  statement(name: string, seconds: number): void;
  /** A statement over the threshold. */
  slowStatement(): void;
  /** An act written, refused by the rules or overtaken by another; `action` as the audit calls it. */
  act(service: string, action: string, result: ActResult): void;
  job(kind: string, result: JobResult, seconds: number): void;
}

/** How an act ended. */
export type ActResult = 'done' | 'refused' | 'overtaken';
/** How a job ended; `again` is tried again at once, `failed` after a pause. */
export type JobResult = 'done' | 'again' | 'failed';

/** Measures nothing: the usual case, for nobody asks. */
export const NO_METER: Meter = {
  request: () => undefined,
  statement: () => undefined,
  slowStatement: () => undefined,
  act: () => undefined,
  job: () => undefined,
};
