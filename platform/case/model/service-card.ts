import type { Flow } from './flow.ts';
import type { FactNeeds } from './check.ts';
import type { PaperDef, RegisterDef, Service } from './service.ts';

/** A step as lists name it and boot checks look for it, with what its acts are called. */
export interface CardStep {
  readonly kind: Flow['steps'][string]['kind'];
  readonly title: string;
  readonly acts?: readonly { readonly key?: string; readonly label?: string }[];
}

/** What lists, settings and boot checks ask of a service: plain data, known without its definition being loaded. */
export interface ServiceCard
  extends Pick<
    Service,
    | 'code'
    | 'name'
    | 'en'
    | 'version'
    | 'audience'
    | 'visitors'
    | 'filedBy'
    | 'ownBeginning'
    | 'category'
    | 'occasion'
    | 'policies'
    | 'links'
  > {
  readonly guide: Pick<Service['guide'], 'what'>;
  readonly facts: {
    readonly tables: FactNeeds['tables'];
    readonly lookups: Readonly<Record<string, { readonly provider: string }>>;
  };
  readonly flow: Pick<Flow, 'promise'> & { readonly steps: Readonly<Record<string, CardStep>> };
  /** Figures its limits in minutes are counted with, by their policy keys. */
  readonly timers?: readonly { readonly tell: string; readonly hours?: string }[];
  readonly papers: readonly Pick<PaperDef, 'key' | 'title' | 'series' | 'addressed'>[];
  readonly registers: readonly Omit<RegisterDef, 'rows'>[];
}

const mapped = <A, B>(all: Readonly<Record<string, A>>, change: (one: A) => B): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)]));

const cardStep = (step: Flow['steps'][string]): CardStep => ({
  kind: step.kind,
  title: step.title,
  ...('acts' in step
    ? {
        acts: step.acts.flatMap(({ key, label }) =>
          key === undefined || label === undefined ? [] : [{ key, label }],
        ),
      }
    : {}),
});

/** The card of a definition. */
export const cardOf = (service: Service): ServiceCard => ({
  code: service.code,
  name: service.name,
  en: service.en,
  version: service.version,
  audience: service.audience,
  ...(service.visitors ? { visitors: service.visitors } : {}),
  ...(service.filedBy === undefined ? {} : { filedBy: service.filedBy }),
  ...(service.ownBeginning ? { ownBeginning: true } : {}),
  category: service.category,
  ...(service.occasion === undefined ? {} : { occasion: service.occasion }),
  policies: service.policies,
  guide: { what: service.guide.what },
  facts: {
    tables: service.facts.tables,
    lookups: mapped(service.facts.lookups, ({ provider }) => ({ provider })),
  },
  flow: {
    ...(service.flow.promise === undefined ? {} : { promise: service.flow.promise }),
    steps: mapped(service.flow.steps, cardStep),
  },
  papers: service.papers.map(({ key, title, series, addressed }) => ({
    key,
    title,
    ...(series ? { series } : {}),
    ...(addressed === undefined ? {} : { addressed }),
  })),
  ...(service.timers
    ? {
        timers: Object.values(service.timers).map(({ tell, hours }) => ({
          tell,
          ...(hours === undefined ? {} : { hours }),
        })),
      }
    : {}),
  ...(service.links ? { links: service.links } : {}),
  registers: service.registers.map(({ rows: _rows, ...register }) => register),
});
