import type { Actor } from '@zhitongche/access';
import type { Command } from '../command.ts';
import type { ActKind } from '../flow-words.ts';
import { stands } from '../fold-papers.ts';
import type { OpenAct } from '../open-acts.ts';
import type { Service } from '../service.ts';
import { actorOf, type Cast, personOf, type Story, story, type World } from '../testing.ts';

/** One random step of a case: who, which of their open acts, and a number that settles the details. */
export interface Stride {
  readonly who: number;
  readonly pick: number;
  readonly detail: number;
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)];

/** A command for an open act with everything it asks for, details by `detail`, persons by `fresh`. */
export const commandFor = (
  act: OpenAct,
  answers: Command['answers'],
  detail: number,
  today: string,
  fresh = 0,
): Command => {
  const steps = act.steps ?? [];
  const persons = [personOf(`deputy-director#${fresh}`), personOf(`director#${fresh}`)];
  return {
    act: act.act,
    ...(act.seat === null ? {} : { seat: act.seat }),
    opinion: '意见',
    ...(answers === undefined ? {} : { answers }),
    to: at(steps, detail)?.step ?? '',
    persons: act.kind === 'transfer' || act.kind === 'entrust' ? persons.slice(0, 1) : persons,
    faults: [{ at: 'title', message: '请核对' }],
    data: { attended: detail % 100 },
    reply: {
      result: detail % 4 === 0 ? 'refused' : 'approved',
      number: '外函〔2026〕7号',
      date: today,
      authority: '外交部',
    },
    ...(act.papers?.[0] === undefined ? {} : { paper: act.papers[0] }),
    explanations: { 'T-02': '说明' },
  };
};

/** Everyone who may have something to do: the cast and every person named in a seat. */
export const everyone = (s: Story, cast: readonly Cast[]): readonly Actor[] => {
  const named = s.state.seats.flatMap((seat) => {
    if (!seat.person) return [];
    const { id, name, org } = seat.person;
    return cast.some((c) => c === id) ? [] : [{ id, name, org, grants: [], standsInFor: [] }];
  });
  return [...cast.map((who) => actorOf(who)), ...named];
};

/** How often a kind of act is taken: a case that is cancelled at once teaches nothing. */
const WEIGHT: Partial<Readonly<Record<ActKind, number>>> = {
  submit: 8,
  agree: 8,
  report: 8,
  resume: 8,
  retry: 8,
  advance: 4,
  refuse: 1,
  urge: 1,
};

const weighted = (acts: readonly OpenAct[], detail: number): readonly OpenAct[] =>
  acts
    .filter((act) => act.kind !== 'cancel' || detail % 20 === 3)
    .flatMap((act) => Array.from({ length: WEIGHT[act.kind] ?? 2 }, () => act));

/** Leads a case through random acts, days, clock ticks and paper outcomes; refusals of an offered act are faults. */
export const randomWalk = (
  service: Service,
  world: World,
  cast: readonly Cast[],
  strides: readonly Stride[],
  watch: (s: Story) => void = () => undefined,
): Story => {
  const s = story(service, world);
  for (const { who, pick, detail } of strides) {
    const chance = detail % 10;
    const asked = s.state.papers.find((paper) => paper.status === 'asked' && stands(paper));
    if (chance === 0) s.later(1 + (detail % 5)).tick();
    else if (chance === 1 && asked) s.failPaper(asked.paper);
    else if (chance === 2) s.issueAll();
    else {
      const choices = everyone(s, cast)
        .map((actor) => ({ actor, acts: weighted(s.open(actor), detail) }))
        .filter(({ acts }) => acts.length > 0);
      const { actor, acts = [] } = at(choices, who) ?? {};
      const act = at(acts, pick);
      if (actor && act) {
        const size = detail % 3 === 0 ? 'small' : 'large';
        s.act(actor, commandFor(act, s.answers({ size }), detail, s.today, s.events.length));
      }
    }
    watch(s);
  }
  return s;
};
