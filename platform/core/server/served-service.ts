import type { DemoFace } from './ports/demo.ts';
import type { LookupProvider } from './ports/lookup-provider.ts';
import type { ListedService } from './service-registry.ts';

/** A service as its line in the catalogue names it: the definition, and what its folder does on the server. */
export interface ServedService extends ListedService {
  /** Answers from the registers to questions the platform does not know, by the name checks ask for. */
  readonly lookups?: Readonly<Record<string, LookupProvider>>;
  /** What the folder adds to the demo office. */
  readonly demo?: () => Promise<DemoFace>;
}

/** Who answers the questions of all services; a name that two folders answer differently is a bug and throws. */
export function lookupProviders(
  services: readonly ServedService[],
  platform: Readonly<Record<string, LookupProvider>>,
): Readonly<Record<string, LookupProvider>> {
  const answered = new Map(Object.entries(platform));
  for (const [name, provider] of services.flatMap(({ lookups }) => Object.entries(lookups ?? {}))) {
    const known = answered.get(name);
    if (known && known !== provider) throw new Error(`Two folders answer the look-up ${name}`);
    answered.set(name, provider);
  }
  return Object.fromEntries(answered);
}
