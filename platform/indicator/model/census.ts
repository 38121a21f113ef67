import { parseTarget } from '@zhitongche/budget';
import { CEILING } from './data/sources.ts';
import { type Counted, type Finding, fitOf, noCeiling } from './fit.ts';
import { proposalFor, type Proposal, type PublishedLine } from './propose.ts';

/** What may be counted here: a measure of the catalogue or of a questionnaire. */
export type CountedHere = Counted & { readonly code: string };

/** Where a published line stands: `live` = answered as it is, `said-first` = once somebody says how it is read or enters its ceiling, `waits` = for a record nobody keeps yet. */
export interface Standing {
  readonly line: PublishedLine;
  readonly proposal: Proposal;
  readonly state: 'live' | 'said-first' | 'waits';
  readonly finding: Finding | null;
}

/** A published line as the census reads it. */
export type CensusLine = PublishedLine & {
  readonly level1: string;
  readonly level2: string;
  readonly description: string;
};

/** The distinct published lines, by department, project, name and printed target, each with how it is answered here today. */
export function census(
  published: readonly CensusLine[],
  measures: readonly CountedHere[],
  year: string,
): readonly Standing[] {
  const codes = new Set(measures.map(({ code }) => code));
  const distinct = new Map(
    published
      .toReversed()
      .map((line) => [[line.department, line.project, line.name, line.raw].join('\n'), line]),
  );
  return [...distinct.values()].toReversed().map((line): Standing => {
    const target = parseTarget(line.raw, {
      year,
      level2: line.level2,
      description: line.description,
    });
    const proposal = proposalFor(
      {
        ...line,
        code: '',
        basis: '',
        targets: [{ scope: '年度', raw: line.raw, target }],
      },
      published,
      codes,
    );
    if (proposal.waits !== '') return { line, proposal, state: 'waits', finding: null };
    if (proposal.measure === CEILING)
      return { line, proposal, state: 'said-first', finding: noCeiling(line.raw) };
    const measure = measures.find(({ code }) => code === proposal.measure);
    const fit = measure && proposal.way === 'computed' ? fitOf(line.raw, target, measure) : null;
    const finding = fit && !fit.fits ? fit.finding : null;
    return { line, proposal, state: finding ? 'said-first' : 'live', finding };
  });
}
