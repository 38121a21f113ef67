import type { ServiceCard } from './service-card.ts';

/** What the acts of flows are called, by key; of two services with one key the later name stands. */
export const verbsOf = (flows: readonly Pick<ServiceCard['flow'], 'steps'>[]): ReadonlyMap<string, string> =>
  new Map(
    flows.flatMap((flow) =>
      Object.values(flow.steps).flatMap((step) =>
        (step.acts ?? []).flatMap(({ key, label }): readonly (readonly [string, string])[] =>
          key === undefined || label === undefined ? [] : [[key, label]],
        ),
      ),
    ),
  );
