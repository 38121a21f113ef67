import type { Actor, Grant } from '@zhitongche/access';
import { prune, type Answers } from '@zhitongche/form';
import type { Command } from '../command.ts';
import { decidingBegan, wentToPapers } from '../deciding.ts';
import type { ActKind } from '../flow-words.ts';
import type { OpenAct } from '../open-acts.ts';
import { filerRole } from '../filer-role.ts';
import { paperNamed } from '../named-paper.ts';
import type { Service } from '../service.ts';
import type { CaseState, Seat } from '../state.ts';
import { isClosed } from '../status-words.ts';
import { currentSeats } from '../seats.ts';
import { filerHome, type Story, story, type World } from '../testing.ts';
import { exampleAnswers } from './example.ts';

/** One way through a service: a world, and answers other than the sample's. */
export interface Variant extends World {
  readonly answers?: Answers;
  /** What every other submission says instead: a corrected case comes back changed, and is changed back. */
  readonly corrected?: Answers;
  /** Answers of extra forms where a generated example does not pass their checks: form key → answers, or what they are in a case. */
  readonly data?: Readonly<Record<string, Answers | ((state: CaseState) => Answers)>>;
}

/** What walking found. */
export interface Walked {
  readonly faults: readonly string[];
  readonly entered: ReadonlySet<string>;
  readonly issued: ReadonlySet<string>;
}

/** Acts that move a case; the others change who acts and are proved by the kernel's own laws. */
const MOVING: readonly ActKind[] = [
  'submit',
  'agree',
  'refuse',
  'return',
  'correct',
  'escalate',
  'report',
  'advance',
  'cancel',
];

/** States looked at before a walk gives up; flows of fifty steps stay far below. */
const MOST_STATES = 1_500;

const person = (id: string, grants: readonly Grant[]): Actor => ({
  id,
  name: id,
  org: 'unit',
  grants,
  standsInFor: [],
});

const applicantOf = (service: Service): Actor =>
  person('filer', [
    { role: filerRole(service), org: filerHome(service) },
    { role: 'applicant', org: 'unit' },
  ]);

const holderOf = (seat: Seat): readonly Actor[] =>
  seat.person !== undefined && !seat.applicant ? [person(seat.person.id, [])] : poolOf(seat);

const poolOf = (seat: Seat): readonly Actor[] =>
  seat.role !== undefined && seat.org !== undefined && !seat.applicant
    ? [person(`holder-${seat.id}`, [{ role: seat.role, org: seat.org }])]
    : [];

/** Everybody an act of the present step may be offered to. */
const actorsAt = (service: Service, state: CaseState): readonly Actor[] => {
  const step = state.step === null ? undefined : service.flow.steps[state.step];
  const beside = step && 'acts' in step ? step.acts.flatMap((act) => act.who ?? []) : [];
  const roles = beside.flatMap((who) =>
    'role' in who
      ? [
          person(`beside-${who.role}`, [
            { role: who.role, org: who.at === 'unit' || who.at === 'superior' ? who.at : 'office' },
          ]),
        ]
      : [],
  );
  return [applicantOf(service), ...currentSeats(state).flatMap(holderOf), ...roles];
};

/** What tells one state of a walk from another: where it stands and who has said what, not by which way it came. */
const signature = ({ state }: Story): string =>
  JSON.stringify([
    state.status,
    state.step,
    state.resumeAt,
    state.flags.toSorted(),
    currentSeats(state)
      .map((seat) => [seat.status, seat.verdict, seat.ready, seat.role, seat.org].join())
      .toSorted(),
    Object.entries(state.strands ?? {}).flatMap(([kind, strands]) =>
      Object.values(strands)
        .map((strand) => `${kind} ${strand.gone ? 'gone' : strand.state}`)
        .toSorted(),
    ),
  ]);

const commandsFor = (
  service: Service,
  act: OpenAct,
  answers: Answers,
  variant: Variant,
  { state, today }: Story,
): readonly Command[] => {
  const extra = act.form === undefined ? undefined : service.forms[act.form];
  const given = act.form === undefined ? undefined : variant.data?.[act.form];
  const base: Command = {
    act: act.act,
    ...(act.seat === null ? {} : { seat: act.seat }),
    ...(act.strands ? { strands: [...act.strands.ids] } : {}),
    opinion: '意见',
    faults: [{ at: '', message: '请补正' }],
    answers,
    explanations: Object.fromEntries(service.checks.map((check) => [check.code, '说明'])),
    ...(extra
      ? {
          // One set of answers serves every version of a service: what this one does not ask falls away.
          data: prune(
            extra.form,
            typeof given === 'function' ? given(state) : (given ?? exampleAnswers(extra.form, today)),
          ),
        }
      : {}),
  };
  if (act.kind === 'return') return (act.steps ?? []).map(({ step }) => ({ ...base, to: step }));
  if (act.kind === 'report') {
    return (['approved', 'refused'] as const).map((result) => ({
      ...base,
      reply: { result, number: '某函〔2026〕1号', date: today, authority: '上级机关' },
    }));
  }
  if (act.strands) {
    const { ids, dated } = act.strands;
    const chosen = ids.length > 1 ? [ids, ids.slice(0, 1)] : [ids];
    return chosen.map((strands) => ({ ...base, strands, ...(dated ? { on: today } : {}) }));
  }
  return [base];
};

/** Walks every road of a service from one variant's submission; each state is visited once. */
export const walk = (service: Service, name: string, variant: Variant): Walked => {
  const faults = new Set<string>();
  const entered = new Set<string>();
  const issued = new Set<string>();
  const leadsTo = new Map<string, Set<string>>();
  const closed = new Set<string>();
  const places = new Map<string, string>();
  const queue: Story[] = [story(service, variant)];
  while (queue.length > 0 && places.size < MOST_STATES) {
    const at = queue.pop();
    if (!at) break;
    const here = signature(at);
    if (places.has(here)) continue;
    places.set(here, at.state.step ?? at.state.status);
    if (isClosed(at.state.status)) closed.add(here);
    const next = new Set<string>();
    leadsTo.set(here, next);
    const changed = at.state.round % 2 === 1 ? variant.corrected : undefined;
    const answers = at.answers({ ...variant.answers, ...changed });
    for (const actor of actorsAt(service, at.state)) {
      for (const act of at.open(actor)) {
        if (!MOVING.includes(act.kind)) continue;
        for (const command of commandsFor(service, act, answers, variant, at)) {
          const onward = at.fork();
          const result = onward.attempt(actor, command);
          if (!result.ok) {
            const why = result.problems.map((p) => `${p.code} [${p.at.join('.')}] ${p.message}`).join('; ');
            faults.add(`${name}: "${act.label}" at ${at.state.step ?? 'the start'} is refused: ${why}`);
            continue;
          }
          onward.take(result);
          const undecided = !decidingBegan(service, onward.state, onward.setting);
          if (undecided && wentToPapers(service, onward.state) && !wentToPapers(service, at.state))
            faults.add(
              `${name}: "${act.label}" at ${at.state.step} leads to papers, but nobody there \`decides\``,
            );
          onward.issueAll();
          for (const entry of onward.state.path) entered.add(entry.step);
          for (const { paper } of onward.state.papers)
            issued.add(paperNamed(service, paper)?.def.key ?? paper);
          next.add(signature(onward));
          queue.push(onward);
        }
      }
    }
  }
  if (places.size >= MOST_STATES)
    faults.add(`${name}: more than ${MOST_STATES} states, the walk was cut short`);
  else for (const place of stranded(leadsTo, closed, places)) faults.add(`${name}: no way on from ${place}`);
  return { faults: [...faults], entered, issued };
};

/** Places from which no end can be reached. */
const stranded = (
  leadsTo: ReadonlyMap<string, ReadonlySet<string>>,
  closed: ReadonlySet<string>,
  places: ReadonlyMap<string, string>,
): ReadonlySet<string> => {
  const saved = new Set(closed);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [from, to] of leadsTo) {
      if (saved.has(from) || ![...to].some((place) => saved.has(place))) continue;
      saved.add(from);
      grew = true;
    }
  }
  return new Set([...places].filter(([key]) => !saved.has(key)).map(([, place]) => place));
};
