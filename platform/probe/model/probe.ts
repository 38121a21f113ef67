import type { Day } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { KeptRow } from '@zhitongche/register';
import type { MonthFigures } from './availability.ts';

/** A stretch of time a row speaks of, by instants; `to` null = it lasts. */
export interface RowSpan {
  readonly from: string;
  readonly to: string | null;
}

/** What the program finds at an address it was told to ask. */
export interface Found {
  readonly ok: boolean;
  /** In words: what was wrong; empty where nothing was. */
  readonly said: string;
}

/** What is asked, as other rows name it. */
export interface Asked {
  readonly id: string;
  readonly title: string;
}

/** Rows of a register have an address this program asks again and again; what it finds stands apart from what people report. */
export interface Probe {
  readonly kind: 'probe';
  /** Unique in the product. */
  readonly code: string;
  /** Register whose rows have an address, and the open text that holds it. */
  readonly register: string;
  readonly address: string;
  /** Policy keys of that register: minutes from one question to the next, questions without an answer until it is an outage, networks of the office's own, ports that are asked. */
  readonly figures: {
    readonly every: string;
    readonly failures: string;
    readonly networks: string;
    readonly ports: string;
  };
  /** The register of what was found, one row an outage. */
  readonly outages: {
    readonly register: string;
    answers(of: Asked, from: string, said: string): Answers;
    /** Move by which it is over (`roles: []`), and what is given with it. */
    readonly ends: string;
    ended(until: string, said: string): Answers;
    /** Of what it is and when it was; `counts` false = somebody said why it does not. */
    span(row: KeptRow): (RowSpan & { readonly of: string; readonly counts: boolean }) | undefined;
  };
  /** Register of what people report: when something of that name could not be used; undefined = it says nothing of it. */
  readonly reported: {
    readonly register: string;
    span(row: KeptRow): (RowSpan & { readonly title: string }) | undefined;
  };
  /** The register of the months, one row a month and thing, counted by the program. */
  readonly months: {
    readonly register: string;
    answers(of: Asked, month: Day): Answers;
    /** Move that sets the figures (`roles: []`), and what is given with it. */
    readonly counts: string;
    counted(figures: MonthFigures): Answers;
    /** Whether a row says so already. */
    says(row: KeptRow, figures: MonthFigures): boolean;
  };
}

/** Checks the shape and keeps it. */
export const defineProbe = (probe: Omit<Probe, 'kind'>): Probe => ({ ...probe, kind: 'probe' });
