import type { Flow } from '@zhitongche/case';

/** Steps that follow each other; named where a phase holds several roads of which a case takes one. */
export interface GuideRoad {
  readonly name: string;
  readonly steps: readonly string[];
}

/** The phases of a flow as a guide tells them; steps titled `延期：处长审批` make a road of their own, named 延期. */
export const guidePhases = (
  flow: Flow,
): readonly { readonly phase: string; readonly roads: readonly GuideRoad[] }[] => {
  const phases = new Map<string, Map<string, Set<string>>>();
  for (const step of Object.values(flow.steps)) {
    if (step.kind === 'end') continue;
    const [, name = '', title = step.title] = /^(.+?)：(.+)$/.exec(step.title) ?? [];
    const roads = phases.get(step.phase) ?? new Map<string, Set<string>>();
    roads.set(name, (roads.get(name) ?? new Set()).add(title));
    phases.set(step.phase, roads);
  }
  return [...phases].map(([phase, roads]) => ({
    phase,
    roads: [...roads].map(([name, steps]) => ({ name, steps: [...steps] })),
  }));
};
