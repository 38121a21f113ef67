import type { FilingRule } from '@zhitongche/case';
import type { Settle, SpecimenBook } from './app.ts';
import type { DemoFace } from './ports/demo.ts';
import type { LookupProvider } from './ports/lookup-provider.ts';
import type { ListedService } from './service-registry.ts';

/** A service as its line in the catalogue names it: the definition, and what its folder does on the server. */
export interface ServedService extends ListedService {
  /** Answers from the registers to questions the platform does not know, by the name checks ask for. */
  readonly lookups?: Readonly<Record<string, LookupProvider>>;
  /** What the service's effects settle beyond the case, by the keys it names under `settles`. */
  readonly settling?: Readonly<Record<string, Settle>>;
  /** What it asks of whoever files any other service. */
  readonly filing?: FilingRule;
  /** Seals and signatures it keeps on file, which signed scans of any service are held against. */
  readonly specimens?: SpecimenBook;
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

/** Who settles what the effects of all services name; a key a folder names and does not settle is a bug and throws. */
export function settlingOf(
  services: readonly ServedService[],
): Readonly<Record<string, Readonly<Record<string, Settle>>>> {
  for (const { code, settles = [], settling = {} } of services)
    for (const key of settles)
      if (!Object.hasOwn(settling, key)) throw new Error(`Nobody settles ${code}/${key}`);
  return Object.fromEntries(services.map(({ code, settling = {} }) => [code, settling]));
}
