import type { Answers, AnswersOf, Form, Facts } from '@zhitongche/form';
import type { Json, At, Basis, Level, WorkCalendar } from '@zhitongche/base';
import type { PolicyReader } from '@zhitongche/office';
import type { CaseState } from './state.ts';

/** Everything a pure function may know besides the answers. */
export interface CheckContext {
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
  /** Instant, ISO, where it is known. */
  readonly now?: string;
  readonly policy: PolicyReader;
  readonly calendar: WorkCalendar;
  readonly facts: Facts;
  /**
   * The case whose act is filled in: its answers, derived figures and records. Absent while the application itself is
   * checked; figures of an application submitted once more are derived beside the case as it stood before. In the browser it lacks what its reader may not see, so a check treats what is missing as not known.
   */
  readonly state?: CaseState;
  /** Strands an act is filled in for, as far as they are chosen; absent where the act moves none. */
  readonly chosen?: readonly string[];
}

/** A problem as a check states it; code, level and basis come from the check unless overridden. */
export interface Finding {
  readonly at: At;
  readonly message: string;
  readonly en: string;
  readonly todo?: string;
  readonly level?: Level;
  readonly basis?: Basis;
}

/** A pre-review rule (预审规则): runs as soon as the fields it reads are sound, in the browser and on the server. */
export interface Check {
  /** Code within the service, e.g. `R-08`. */
  readonly code: string;
  /** What the rule demands, one sentence for the guide and the rule list. */
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  /** Top-level answers that must be present and sound before it runs. */
  readonly reads: readonly string[];
  /** What it finds is only not there yet: said once one tries to submit, not while one still fills in. */
  readonly onSubmit?: true;
  run(answers: Answers, context: CheckContext): readonly Finding[];
}

/** Builds checks whose `run` sees exactly the answers it reads, typed from the form. */
export const checksFor =
  <F extends Form>() =>
  <const K extends keyof AnswersOf<F> & string>(
    check: Omit<Check, 'run' | 'reads'> & {
      readonly reads: readonly K[];
      /** Sees required reads as present; other answers as optional. */
      run(answers: Required<Pick<AnswersOf<F>, K>> & AnswersOf<F>, context: CheckContext): readonly Finding[];
    },
  ): Check =>
    check;

/** The form of an act while it is filled in. */
export interface ActData {
  /** Key of the service's `forms`. */
  readonly form: string;
  readonly data: Answers;
}

/** A named question to the server's registers that a service's checks depend on. */
export interface Lookup {
  /** Provider on the server, e.g. `person-trips`, `overdue-passports`. */
  readonly provider: string;
  /** Arguments from the sound answers of the case and of the act filled in, if any; undefined = nothing to ask yet. */
  args(answers: Answers, act?: ActData): Json | undefined;
}

/** What a service's checks need from outside. */
export interface FactNeeds {
  readonly tables: readonly string[];
  readonly lookups: Readonly<Record<string, Lookup>>;
}
