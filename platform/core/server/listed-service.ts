import { cardOf, type Service, type ServiceCard } from '@zhitongche/case';
import type { ReferenceTable } from '@zhitongche/office';
import type { LookupProvider } from './ports/lookup-provider.ts';

/** A service with what of its folder the book knows beside the definition. */
export interface ListedService extends Service {
  /** Answers from the registers to questions the platform does not know, by the name checks ask for. */
  readonly lookups?: Readonly<Record<string, LookupProvider>>;
  /** Reference tables only its checks read: every office begins with them. */
  readonly tables?: readonly ReferenceTable[];
}

/** What the server knows of a service while its definition is not loaded. */
export interface ListedCard extends ServiceCard {
  /** Names of the look-ups its folder answers. */
  readonly answers: readonly string[];
  /** Whether its folder brings reference tables. */
  readonly brings: boolean;
  /** Titles its rules rest on. */
  readonly cites: readonly string[];
}

/** Every title that anything within rests on by a `basis`. */
export function citedIn(within: unknown): readonly string[] {
  const titles = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (!(value instanceof Object) || seen.has(value)) return;
    seen.add(value);
    for (const [key, one] of Object.entries(value)) {
      for (const basis of key === 'basis' ? [one].flat() : []) {
        const title: unknown = basis instanceof Object && 'title' in basis ? basis.title : basis;
        if (typeof title === 'string' && title !== '') titles.add(title);
      }
      walk(one);
    }
  };
  walk(within);
  return [...titles];
}

/** The card of a service and its folder. */
export const listedCard = (service: ListedService): ListedCard => ({
  ...cardOf(service),
  answers: Object.keys(service.lookups ?? {}),
  brings: (service.tables ?? []).length > 0,
  cites: citedIn(service),
});

/** Answers by the name checks ask for. */
export type Lookups = Readonly<Record<string, LookupProvider>>;

/** Who answers the questions of all services; a name that two folders answer differently is a bug and throws. */
export function lookupProviders(services: readonly ListedService[], platform: Lookups): Lookups {
  const answered = new Map(Object.entries(platform));
  for (const [name, provider] of services.flatMap(({ lookups }) => Object.entries(lookups ?? {}))) {
    const known = answered.get(name);
    if (known && known !== provider) throw new Error(`Two folders answer the look-up ${name}`);
    answered.set(name, provider);
  }
  return Object.fromEntries(answered);
}

/** The tables all folders bring; a name that two folders bring differently is a bug and throws. */
export function broughtTables(services: readonly ListedService[]): readonly ReferenceTable[] {
  const brought = new Map<string, ReferenceTable>();
  for (const table of services.flatMap(({ tables }) => tables ?? [])) {
    if ((brought.get(table.name) ?? table) !== table)
      throw new Error(`Two folders bring the table ${table.name}`);
    brought.set(table.name, table);
  }
  return [...brought.values()];
}
