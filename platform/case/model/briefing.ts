import type { Fact } from './event.ts';
import type { CaseState } from './state.ts';

/** A figure a decision turns on, over what it counts: 8 天 over 1月25日—2月1日. */
export interface BriefFigure {
  readonly value: string;
  readonly unit?: string;
  readonly caption: string;
  /** What it was before, or is asked to become. */
  readonly note?: string;
}

/** A station of the one picture a card draws: a place with its nights, a stage with its sum. */
export interface BriefStop {
  readonly name: string;
  readonly under: string;
  /** Drawn hollow: where the line begins or ends. */
  readonly end?: true;
}

/** Somebody the matter is about, in one line. */
export interface BriefPerson {
  readonly name: string;
  readonly post: string;
  readonly note?: string;
}

/** What whoever decides must know of a case, as its service says it; what rules and predecessors say is added by the platform. */
export interface Briefing {
  /** Who, how many, where, what for: one sentence of two lines at most. */
  readonly sentence: string;
  /** What is asked for while a request on an approved case is decided. */
  readonly asked?: string;
  /** What qualifies the sentence: post, in the plan or not. */
  readonly under: readonly string[];
  /** Three figures, four at most. */
  readonly figures: readonly BriefFigure[];
  readonly line?: readonly BriefStop[];
  readonly people?: { readonly title: string; readonly unit: string; readonly all: readonly BriefPerson[] };
}

const MOST_FIGURES = 3;

/** The card of a service that says none of its own: its title, and the first facts of its summary, nothing else. */
const plainBrief = ({ summary }: CaseState, facts: readonly Fact[]): Briefing => ({
  sentence: summary?.title ?? '',
  under: [],
  figures: facts
    .filter(({ value }) => value !== '')
    .slice(0, MOST_FIGURES)
    .map(({ label, value, note }) => ({ value, caption: label, ...(note === undefined ? {} : { note }) })),
});

/** What whoever decides on a submitted case must know, told on `today`; `facts` are the summary's as they stand. Total: a service that cannot tell is told by its summary. */
export const briefingOf = (
  service: { readonly brief?: (state: CaseState, today: string) => Briefing },
  state: CaseState,
  today: string,
  facts: readonly Fact[] = state.summary?.facts ?? [],
): Briefing => {
  const plain = plainBrief(state, facts);
  if (!service.brief) return plain;
  try {
    const told = service.brief(state, today);
    return told.sentence === '' ? { ...told, sentence: plain.sentence } : told;
  } catch {
    return plain;
  }
};
