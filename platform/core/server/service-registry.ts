import type { RegisterDef, Service, SummedBy } from '@zhitongche/case';
import type { ReferenceTable } from '@zhitongche/office';

/** A service with what of its folder the book lists beside the definition. */
export interface ListedService extends Service {
  /** Reference tables only its checks read: every office begins with them. */
  readonly tables?: readonly ReferenceTable[];
}

/** The catalogue as the server asks it: cases stay with the version they were filed under. */
export interface ServiceRegistry {
  /** Newest version of each service, in catalogue order. */
  readonly current: readonly Service[];
  /** Every version the code knows. */
  readonly all: readonly Service[];
  /** One pinned version; undefined when the code no longer has it. */
  get(code: string, version: number): Service | undefined;
  /** Newest version of a service. */
  latest(code: string): Service | undefined;
  /** Registers a case tells its rows to: its own version's, and those of the newest that follow every case on its road. */
  registersOf(service: Service): readonly RegisterDef[];
  /** The register that is summed by day and country; undefined when no folder declares one. */
  readonly summed: SummedRegister | undefined;
  /** Reference tables the folders bring, with which every office begins. */
  readonly tables: readonly ReferenceTable[];
}

/** A register whose rows are summed by day and country. */
export type SummedRegister = Pick<RegisterDef, 'key' | 'title'> & { readonly summed: SummedBy };

/** The register some folder wants summed; two are a bug and throw, for their sums share one table. */
function summedRegister(services: readonly Service[]): SummedRegister | undefined {
  const all = services.flatMap(({ registers }) =>
    registers.flatMap(({ key, title, summed }) => (summed ? [{ key, title, summed }] : [])),
  );
  const keys = [...new Set(all.map(({ key }) => key))];
  if (keys.length > 1) throw new Error(`Two registers are summed by country: ${keys.join(', ')}`);
  return all.at(-1);
}

/** Indexes a catalogue; the same code and version twice is a bug and throws. */
export function serviceRegistry(services: readonly ListedService[]): ServiceRegistry {
  const pinned = new Map<string, Service>();
  const newest = new Map<string, Service>();
  for (const service of services) {
    const key = `${service.code}@${service.version}`;
    if (pinned.has(key)) throw new Error(`The catalogue holds ${key} twice`);
    pinned.set(key, service);
    const known = newest.get(service.code);
    if (!known || known.version < service.version) newest.set(service.code, service);
  }
  return {
    current: [...newest.values()],
    all: services,
    get: (code, version) => pinned.get(`${code}@${version}`),
    latest: (code) => newest.get(code),
    summed: summedRegister(services),
    tables: broughtTables(services),
    registersOf: ({ code, registers }) => [
      ...registers,
      ...(newest.get(code)?.registers ?? []).filter(
        ({ key, follows }) => follows && !registers.some((own) => own.key === key),
      ),
    ],
  };
}

/** The tables all folders bring; a name that two folders bring differently is a bug and throws. */
function broughtTables(services: readonly ListedService[]): readonly ReferenceTable[] {
  const brought = new Map<string, ReferenceTable>();
  for (const table of services.flatMap(({ tables }) => tables ?? [])) {
    if ((brought.get(table.name) ?? table) !== table)
      throw new Error(`Two folders bring the table ${table.name}`);
    brought.set(table.name, table);
  }
  return [...brought.values()];
}
