import type { CaseEvent } from './event.ts';
import type { CaseState, PaperState } from './state.ts';

/** Changes the newest entry of a paper; older ones belong to earlier issues. */
const changeNewest = (
  papers: readonly PaperState[],
  paper: string,
  change: (entry: PaperState) => PaperState,
): readonly PaperState[] => {
  const newest = papers.findLastIndex((entry) => entry.paper === paper);
  return papers.map((entry, index) => (index === newest ? change(entry) : entry));
};

/** True while an entry counts: no newer issue took its place, and the matter was not ended. */
export const stands = (entry: Pick<PaperState, 'superseded' | 'revoked'>): boolean =>
  entry.superseded === undefined && entry.revoked === undefined;

/** True for a paper still to be made: asked for, or tried in vain. */
export const isAwaited = (entry: Pick<PaperState, 'superseded' | 'revoked' | 'status'>): boolean =>
  stands(entry) && entry.status !== 'issued';

/** Papers asked for while the case stands at its present issuing step, newest issue only. */
export const papersWaited = (
  state: Pick<CaseState, 'papers' | 'step' | 'stepKind'>,
): readonly PaperState[] =>
  state.stepKind === 'issuing'
    ? state.papers.filter((entry) => entry.step === state.step && stands(entry))
    : [];

/** Status at an issuing step: stuck as long as one of its papers has failed. */
export const issuingStatus = (state: Pick<CaseState, 'papers' | 'step' | 'stepKind'>): 'issuing' | 'stuck' =>
  papersWaited(state).some((entry) => entry.status === 'failed') ? 'stuck' : 'issuing';

/** State after its papers changed. */
export const withPapers = (state: CaseState, papers: readonly PaperState[]): CaseState => {
  const next = { ...state, papers };
  if (next.status !== 'issuing' && next.status !== 'stuck') return next;
  return { ...next, status: issuingStatus(next) };
};

/** Adds a paper asked for. */
export const askPaper = (state: CaseState, paper: string): readonly PaperState[] => [
  ...state.papers,
  { paper, step: state.step ?? '', status: 'asked', attempts: 0 },
];

/** Marks the newest entry of a paper as issued and earlier issues as superseded. */
export const issuePaper = (
  state: CaseState,
  paper: string,
  facts: Pick<PaperState, 'number' | 'digest' | 'file' | 'code' | 'issuedAt'>,
): readonly PaperState[] =>
  changeNewest(
    state.papers.map((entry) =>
      entry.paper === paper && entry.status === 'issued' && stands(entry)
        ? { ...entry, superseded: true as const }
        : entry,
    ),
    paper,
    ({ problem: _p, superseded: _s, ...entry }) => ({
      ...entry,
      ...facts,
      status: 'issued',
      attempts: entry.attempts + 1,
    }),
  );

/** Marks the newest entry of a paper as failed. */
export const failPaper = (
  state: CaseState,
  { paper, problem, attempt, undrawn }: Extract<CaseEvent, { type: 'issue-failed' }>,
): readonly PaperState[] =>
  changeNewest(state.papers, paper, ({ undrawn: _u, ...entry }) => ({
    ...entry,
    status: 'failed',
    problem,
    attempts: attempt,
    ...(undrawn ? { undrawn } : {}),
  }));

/** Asks the newest entry of a paper again. */
export const retryPaper = (
  state: CaseState,
  { paper, spelling }: Extract<CaseEvent, { type: 'issue-retried' }>,
): readonly PaperState[] =>
  changeNewest(state.papers, paper, ({ problem: _p, undrawn: _u, ...entry }) => ({
    ...entry,
    status: 'asked',
    ...(spelling ? { spelling: { ...entry.spelling, ...spelling } } : {}),
  }));

/** Marks every paper that counts as revoked, or those of these names. */
export const revokePapers = (state: CaseState, named?: readonly string[]): readonly PaperState[] =>
  state.papers.map((entry) =>
    stands(entry) && (named?.includes(entry.paper) ?? true)
      ? { ...entry, revoked: true as const, ...(named ? { alone: true as const } : {}) }
      : entry,
  );
