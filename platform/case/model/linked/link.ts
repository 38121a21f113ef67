import type { Answers } from '@zhitongche/form';
import type { PolicyReader } from '@zhitongche/office';
import type { FlowContext } from '../flow.ts';
import type { CaseState } from '../state.ts';
import type { CaseLink, CaseOutcome } from './case-link.ts';

/** A kind of link this service's cases have to others: declared at one end, written at both. */
export interface LinkDef {
  /** Unique in the service; stored with cases. */
  readonly key: string;
  /** Codes of the services it leads to. */
  readonly to: readonly string[];
  /** What the other case is to this one, and this one to the other: 后续申报 · 前次申报. */
  readonly label: string;
  readonly back: string;
  /** Whoever holds a case may add and take away such links; absent = only what opens a case makes them. */
  readonly byHand?: true;
  /** A case that is copied is linked this way to its copy. */
  readonly copies?: true;
  /** It orders its cases: following it never leads back to where one began. */
  readonly ordered?: true;
  /** This case waits for the others: it is told in the commit in which one of them ends. */
  readonly awaited?: true;
}

/** What else an opening looks at. */
export interface OpeningContext {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly today: string;
  /** Figures in force for the unit of the case. */
  readonly policy: PolicyReader;
}

/** A case this service's cases open, with what it already knows. */
export interface OpenDef {
  /** Unique in the service. */
  readonly key: string;
  readonly label: string;
  readonly en: string;
  /** Service of the case that is opened; an office without it is offered nothing. */
  readonly service: string;
  /** Key of the link between the two. */
  readonly link: string;
  /** Whoever filed this case opens one by a click while this holds; absent = only effects open it. */
  readonly when?: (context: FlowContext) => boolean;
  /**
   * Answers of each case opened; a click opens the first. Files stay behind: they belong to the case they were sent with.
   * Not a field asked there is dropped.
   */
  answers(state: CaseState, context: OpeningContext): readonly Answers[];
  /** Also from a draft nobody has filed, with what was typed so far: what was begun in the wrong place goes on in the right one, linked to nothing. */
  readonly fromDraft?: true;
  /** What is said beside the button of a draft. */
  readonly why?: string;
  /** An effect files them at once in the name of whoever acts, all or nothing, instead of leaving drafts. */
  readonly filed?: true;
}

/** The links of a case that were not taken away. */
export const linksOf = ({ links = [] }: Pick<CaseState, 'links'>): readonly CaseLink[] =>
  links.filter(({ ended }) => !ended);

const awaitedOf = (state: CaseState, kind: string): readonly CaseLink[] =>
  linksOf(state).filter((link) => link.side === 'from' && link.kind === kind);

/** Whether every case linked this way has ended, in one of these ways if any is named; never while there is none. */
export const allLinkedEnded = (state: CaseState, kind: string, ...as: readonly CaseOutcome[]): boolean => {
  const links = awaitedOf(state, kind);
  return links.length > 0 && links.every(({ outcome }) => endedAs(outcome, as));
};

/** Whether one of the cases linked this way has ended, in one of these ways if any is named. */
export const anyLinkedEnded = (state: CaseState, kind: string, ...as: readonly CaseOutcome[]): boolean =>
  awaitedOf(state, kind).some(({ outcome }) => endedAs(outcome, as));

const endedAs = (outcome: CaseOutcome | undefined, as: readonly CaseOutcome[]): boolean =>
  outcome !== undefined && (as.length === 0 || as.includes(outcome));
