import type { RegisterDef, Service, SummedBy } from '@zhitongche/case';
import type { ReferenceTable } from '@zhitongche/office';
import {
  broughtTables,
  lookupProviders,
  type Lookups,
  listedCard,
  type ListedCard,
  type ListedService,
} from './listed-service.ts';

/**
 * The catalogue as the server asks it: cases stay with the version they were filed under. What is listed is read from
 * cards; a definition is loaded when somebody first needs it, together with whoever answers its questions.
 */
export interface ServiceRegistry {
  /** Newest version of each service, in catalogue order. */
  readonly current: readonly ListedCard[];
  /** Every version the code knows. */
  readonly all: readonly ListedCard[];
  /** The card of one pinned version, or of the newest when no version is named. */
  card(code: string, version?: number): ListedCard | undefined;
  /** One pinned version; undefined when the code no longer has it. */
  get(code: string, version: number): Promise<ListedService | undefined>;
  /** Newest version of a service. */
  latest(code: string): Promise<ListedService | undefined>;
  /** Registers a case tells its rows to: its own version's, and those of the newest that follow every case on its road. */
  registersOf(service: Service): Promise<readonly RegisterDef[]>;
  /** The register that is summed by day and country; undefined when no folder declares one. */
  readonly summed: SummedRegister | undefined;
  /** Reference tables the folders bring, with which every office begins. */
  tables(): Promise<readonly ReferenceTable[]>;
  /** Names somebody answers, loaded or not. */
  readonly answered: ReadonlySet<string>;
  /** Who answers what the services loaded so far ask of the registers, by the name they ask for. */
  readonly lookups: Lookups;
}

/** A register whose rows are summed by day and country. */
export type SummedRegister = Pick<RegisterDef, 'key' | 'title'> & { readonly summed: SummedBy };

/** The register some folder wants summed; two are a bug and throw, for their sums share one table. */
function summedRegister(cards: readonly ListedCard[]): SummedRegister | undefined {
  const all = cards.flatMap(({ registers }) =>
    registers.flatMap(({ key, title, summed }) => (summed ? [{ key, title, summed }] : [])),
  );
  const keys = [...new Set(all.map(({ key }) => key))];
  if (keys.length > 1) throw new Error(`Two registers are summed by country: ${keys.join(', ')}`);
  return all.at(-1);
}

const nameOf = (code: string, version: number): string => `${code}@${version}`;

/** Indexes the cards of a catalogue over what loads their definitions; the same code and version twice is a bug and throws. */
export function lazyRegistry(
  cards: readonly ListedCard[],
  load: (card: ListedCard) => Promise<ListedService>,
  platform: Lookups = {},
): ServiceRegistry {
  const pinned = new Map<string, ListedCard>();
  const newest = new Map<string, ListedCard>();
  for (const card of cards) {
    const name = nameOf(card.code, card.version);
    if (pinned.has(name)) throw new Error(`The catalogue holds ${name} twice`);
    pinned.set(name, card);
    const known = newest.get(card.code);
    if (!known || known.version < card.version) newest.set(card.code, card);
  }
  const answering = new Map(cards.flatMap((card) => card.answers.map((name) => [name, card] as const)));
  const lookups: Record<string, Lookups[string]> = { ...platform };
  const loaded = new Map<ListedCard, Promise<ListedService>>();
  const answersTo = async (card: ListedCard): Promise<void> => {
    const { lookups: own = {} } = await load(card);
    Object.assign(lookups, own);
  };
  /** Its questions must find their answers without waiting: whoever answers them comes with it. */
  const whole = async (card: ListedCard): Promise<ListedService> => {
    const asked = Object.values(card.facts.lookups).flatMap(({ provider }) => answering.get(provider) ?? []);
    await Promise.all([...new Set(asked)].map(answersTo));
    return await load(card);
  };
  const get = async (card: ListedCard | undefined): Promise<ListedService | undefined> => {
    if (!card) return undefined;
    const known = loaded.get(card);
    if (known) return await known;
    const service = whole(card);
    loaded.set(card, service);
    // What failed to load is tried again: a definition must not stay away until the next start.
    service.catch(() => loaded.delete(card));
    return await service;
  };
  return {
    current: [...newest.values()],
    all: cards,
    card: (code, version) => (version === undefined ? newest.get(code) : pinned.get(nameOf(code, version))),
    get: async (code, version) => await get(pinned.get(nameOf(code, version))),
    latest: async (code) => await get(newest.get(code)),
    async registersOf({ code, version, registers }) {
      const latest = newest.get(code);
      const follow = latest?.registers.some(
        ({ key, follows }) => follows && !registers.some((own) => own.key === key),
      );
      if (!latest || latest.version === version || !follow) return registers;
      const { registers: later = [] } = (await get(latest)) ?? {};
      return [
        ...registers,
        ...later.filter(({ key, follows }) => follows && !registers.some((own) => own.key === key)),
      ];
    },
    summed: summedRegister(cards),
    tables: async () => broughtTables(await Promise.all(cards.filter(({ brings }) => brings).map(load))),
    answered: new Set([...Object.keys(platform), ...answering.keys()]),
    lookups,
  };
}

/** A catalogue whose definitions are all at hand; the same code, look-up or table twice is a bug and throws. */
export function serviceRegistry(services: readonly ListedService[], platform: Lookups = {}): ServiceRegistry {
  broughtTables(services);
  const lookups = lookupProviders(services, platform);
  const of = new Map(services.map((service) => [listedCard(service), service]));
  const load = async (card: ListedCard): Promise<ListedService> => {
    const service = of.get(card);
    if (!service) throw new Error(`No definition of ${card.code}`);
    return service;
  };
  return { ...lazyRegistry([...of.keys()], load, platform), lookups };
}
