import type { CaseState, Service } from '@zhitongche/kernel';

/** A stretch of a case's road as the applicant sees it. */
export interface PhaseView {
  readonly name: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** Title of the step it stands at, when current. */
  readonly step?: string;
  /** When it was entered last, UTC. */
  readonly at?: string;
}

/** The phases of a service in order, with how far this case has come; what was never needed stays ahead unsaid. */
export const phasesOf = (service: Service, state: CaseState): readonly PhaseView[] => {
  const { steps } = service.flow;
  const names = [...new Set(Object.values(steps).flatMap((s) => (s.kind === 'end' ? [] : [s.phase])))];
  const over = state.status === 'completed' || state.status === 'refused' || state.status === 'cancelled';
  const step = state.step === null ? undefined : steps[state.step];
  const current = over || step?.kind === 'end' ? undefined : step?.phase;
  const entered = new Map<string, string>();
  for (const { step: key, at } of state.path) {
    const phase = steps[key]?.phase;
    if (phase !== undefined) entered.set(phase, at);
  }
  return names.flatMap((name): readonly PhaseView[] => {
    const at = entered.get(name);
    if (name === current && step)
      return [{ name, state: 'current', step: step.title, ...(at ? { at } : {}) }];
    if (at !== undefined && (over || isBefore(names, name, current))) return [{ name, state: 'done', at }];
    return over ? [] : [{ name, state: 'ahead' }];
  });
};

const isBefore = (names: readonly string[], name: string, current: string | undefined): boolean =>
  current === undefined || names.indexOf(name) < names.indexOf(current);
