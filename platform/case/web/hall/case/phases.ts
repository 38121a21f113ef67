import { type CaseState, type Service, isClosed } from '@zhitongche/case';

/** A stretch of a case's road as the applicant sees it. */
export interface PhaseView {
  readonly name: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** Title of the step it stands at, when current. */
  readonly step?: string;
  /** When it was entered last, UTC. */
  readonly at?: string;
}

/** The phases this case has passed, stands in, and — by the steps still `ahead` — has before it. */
export const phasesOf = (
  service: Service,
  state: CaseState,
  ahead: readonly string[],
): readonly PhaseView[] => {
  const { steps } = service.flow;
  const step = state.step === null || isClosed(state.status) ? undefined : steps[state.step];
  const current = step === undefined || step.kind === 'end' ? undefined : step;
  const passed = new Map<string, string>();
  for (const { step: key, at } of state.path) {
    const entered = steps[key];
    if (!entered || entered.kind === 'end') continue;
    // A phase entered again counts where it was entered last.
    passed.delete(entered.phase);
    passed.set(entered.phase, at);
  }
  const done = [...passed]
    .filter(([name]) => name !== current?.phase)
    .map(([name, at]): PhaseView => ({ name, state: 'done', at }));
  const at = current && passed.get(current.phase);
  const here: readonly PhaseView[] = current
    ? [{ name: current.phase, state: 'current', step: current.title, ...(at ? { at } : {}) }]
    : [];
  const names = new Set(ahead.flatMap((key) => steps[key]?.phase ?? []));
  const seen = new Set([...done, ...here].map((p) => p.name));
  const later = [...names]
    .filter((name) => !seen.has(name))
    .map((name): PhaseView => ({ name, state: 'ahead' }));
  return [...done, ...here, ...later];
};
