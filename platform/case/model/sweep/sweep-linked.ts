import type { SetOff } from '../flow.ts';
import type { Service } from '../service.ts';
import { twice } from './sweep-parts.ts';

const effectsIn = ({ flow }: Service): readonly SetOff[] =>
  Object.values(flow.steps).flatMap((step) => [
    ...(step.onEnter ?? []),
    ...('acts' in step ? step.acts.flatMap(({ effects = [] }) => effects) : []),
  ]);

/** Faults of links and openings: kinds nobody declared, services they do not lead to. */
const sweepOpens = ({ links = [], opens = [], ...service }: Service): readonly string[] => [
  ...twice(links.map(({ key }) => key)).map((key) => `link ${key} is there twice`),
  ...twice(opens.map(({ key }) => key)).map((key) => `opening ${key} is there twice`),
  ...opens.flatMap(({ key, link, service: to }) => {
    const def = links.find((one) => one.key === link);
    if (!def) return [`opening ${key} links by "${link}", which is not declared`];
    return def.to.includes(to) ? [] : [`opening ${key} opens ${to}, where link ${link} does not lead`];
  }),
  ...effectsIn({ ...service, links, opens }).flatMap((effect) =>
    effect.do === 'open' && !opens.some(({ key }) => key === effect.open)
      ? [`an effect opens "${effect.open}", which is not declared`]
      : [],
  ),
];

/** Faults of strands: states and kinds nobody declared. */
const sweepStrands = (service: Service): readonly string[] => {
  const { strands = {}, flow, papers, policies } = service;
  const known = (where: string, kind: string, states: readonly string[]): readonly string[] => {
    const def = strands[kind];
    if (!def) return [`${where} names strands "${kind}", which are not declared`];
    return states
      .filter((state) => !Object.hasOwn(def.states, state))
      .map((state) => `${where} names "${state}", which is no state of ${kind}`);
  };
  return [
    ...Object.entries(strands).flatMap(([kind, { first, states }]) => [
      ...known(`strands ${kind}`, kind, [first]),
      ...Object.values(states).flatMap(({ days }) =>
        days === undefined || policies.some(({ key, type }) => key === days && type === 'number')
          ? []
          : [`strands ${kind} count days by ${days}, which is no declared number`],
      ),
    ]),
    ...Object.entries(flow.steps).flatMap(([step, def]) =>
      'acts' in def
        ? def.acts.flatMap(({ key, kind, strands: moved }) =>
            moved ? known(`${step}.${key ?? kind}`, moved.of, [moved.to, ...(moved.from ?? [])]) : [],
          )
        : [],
    ),
    ...effectsIn(service).flatMap((effect) =>
      effect.do === 'strands' ? known('an effect', effect.strands, []) : [],
    ),
    ...papers.flatMap(({ key, addressed }) =>
      typeof addressed === 'object' ? known(`paper ${key}`, addressed.strands, []) : [],
    ),
  ];
};

/** Faults of limits: figures nobody declared, or of another kind. */
const sweepTimers = ({ timers = {}, policies }: Service): readonly string[] =>
  Object.entries(timers).flatMap(([timer, { limit, hours, tell }]) => {
    const figures = [
      ...('minutes' in limit ? [[limit.minutes, 'number'] as const] : []),
      ...('days' in limit ? [[limit.days, 'number'] as const] : []),
      ...(hours === undefined ? [] : [[hours, 'list'] as const]),
      [tell, 'list'] as const,
    ];
    return figures.flatMap(([key, type]) =>
      policies.some((def) => def.key === key && def.type === type)
        ? []
        : [`limit ${timer} counts with ${key}, which is no declared ${type}`],
    );
  });

/** Faults of what ties a case to others, to the things it is about, and to the clock. */
export const sweepLinked = (service: Service): readonly string[] => [
  ...sweepOpens(service),
  ...sweepStrands(service),
  ...sweepTimers(service),
];
