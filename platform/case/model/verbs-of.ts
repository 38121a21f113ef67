import type { Flow } from './flow.ts';

/** What the acts of flows are called, by key; of two services with one key the later name stands. */
export const verbsOf = (flows: readonly Pick<Flow, 'steps'>[]): ReadonlyMap<string, string> =>
  new Map(
    flows.flatMap((flow) =>
      Object.values(flow.steps).flatMap((step) =>
        'acts' in step
          ? step.acts.flatMap(({ key, label }): readonly (readonly [string, string])[] =>
              key === undefined || label === undefined ? [] : [[key, label]],
            )
          : [],
      ),
    ),
  );
