import type { RegisterDef, Service } from '@zhitongche/case';

/** The catalogue as the server asks it: cases stay with the version they were filed under. */
export interface ServiceBook {
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
}

/** Indexes a catalogue; the same code and version twice is a bug and throws. */
export function serviceBook(services: readonly Service[]): ServiceBook {
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
    registersOf: ({ code, registers }) => [
      ...registers,
      ...(newest.get(code)?.registers ?? []).filter(
        ({ key, follows }) => follows && !registers.some((own) => own.key === key),
      ),
    ],
  };
}
