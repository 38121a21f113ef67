import { clockAfter, flagsAfter } from './effects.ts';
import type { Answers, Field } from '@zhitongche/form';
import type { ActDef, Flow, FlowContext, Transition, Step } from './flow.ts';
import type { ActKind } from './flow-words.ts';
import { emptyState } from './fold.ts';
import type { PolicyReader } from '@zhitongche/office';
import { daysKeyOf, standsStillAt } from './promise.ts';
import type { Service } from './service.ts';

/** A step on the way from acceptance to decision and the working days it has. */
export interface PromisedStep {
  readonly step: string;
  readonly title: string;
  readonly days: number;
}

/** A road on which the steps together have more days than the promise of the case. */
export interface PromiseGap {
  readonly urgent: boolean;
  readonly promised: number;
  readonly needed: number;
  readonly steps: readonly PromisedStep[];
}

/** Acts that lead a case forward. */
const ONWARD: readonly ActKind[] = ['agree', 'advance', 'escalate'];

/** The answers of the sample with one choice answered otherwise, in every way, by field: the roads answers lead to. */
const answersTried = (service: Service, sample: Answers): ReadonlyMap<string, readonly Answers[]> => {
  const fields = Object.values(service.form).flatMap((section) => Object.entries(section.fields));
  const others = (key: string, field: Field): readonly Answers[] => {
    if (field.kind === 'choice') return field.options.map(({ value }) => ({ ...sample, [key]: value }));
    if (field.kind === 'yes-no') return [true, false].map((value) => ({ ...sample, [key]: value }));
    const rows = sample[key];
    if (field.kind !== 'table' || !Array.isArray(rows)) return [];
    return Object.entries(field.columns).flatMap(([column, cell]) =>
      cell.kind === 'choice'
        ? cell.options.map(({ value }) => ({
            ...sample,
            [key]: rows.map((row) => (row instanceof Object ? { ...row, [column]: value } : row)),
          }))
        : [],
    );
  };
  return new Map(fields.map(([key, field]) => [key, others(key, field)]));
};

/** Answers that note which of them are asked for. */
const watched = (answers: Answers, asked: Set<string>): Answers =>
  new Proxy(answers, {
    get(target, key) {
      if (typeof key === 'string') asked.add(key);
      return Reflect.get(target, key);
    },
    has(target, key) {
      if (typeof key === 'string') asked.add(key);
      return Reflect.has(target, key);
    },
    // Whoever lists them asks for each, whatever it does with them.
    ownKeys(target) {
      const keys = Reflect.ownKeys(target);
      for (const key of keys) if (typeof key === 'string') asked.add(key);
      return keys;
    },
  });

interface Tried {
  readonly flow: Flow;
  readonly context: Omit<FlowContext, 'passed' | 'state' | 'flags'>;
  readonly urgent: boolean;
  /** Told of the steps that counted, of every road from acceptance to decision. */
  readonly found: (steps: readonly PromisedStep[]) => void;
}

/** A place on a road: steps seen so far, those that took part, flags set, and what has counted since acceptance. */
interface Place {
  readonly seen: readonly string[];
  readonly passed: readonly string[];
  readonly flags: readonly string[];
  /** Undefined while the clock does not run. */
  readonly counted: readonly PromisedStep[] | undefined;
}

const lead = (road: Transition, context: FlowContext): string =>
  typeof road === 'string' ? road : road(context);

const waysOn = (step: Step, context: FlowContext): readonly Pick<ActDef, 'to' | 'effects'>[] => {
  if (step.kind !== 'work') return [{}];
  return step.acts.filter(({ kind, when }) => ONWARD.includes(kind) && (when?.(context) ?? true));
};

const walk = (tried: Tried, key: string, place: Place): void => {
  const step = Object.hasOwn(tried.flow.steps, key) ? tried.flow.steps[key] : undefined;
  // A step entered again is a detour, which no promise counts.
  if (!step || place.seen.includes(key)) return;
  const contextWith = (flags: readonly string[]): FlowContext => ({
    ...tried.context,
    flags,
    passed: place.passed,
    state: { ...emptyState, answers: tried.context.answers, flags, step: key },
  });
  const seen = [...place.seen, key];
  const context = contextWith(place.flags);
  if (step.kind !== 'end' && step.when && !step.when(context))
    return walk(tried, lead(step.next, context), { ...place, seen });
  const { counted } = place;
  const runs = clockAfter(counted !== undefined, step.onEnter);
  if (counted !== undefined && (!runs || step.kind === 'issuing' || step.kind === 'end'))
    return tried.found(counted);
  if (step.kind === 'end') return;
  const daysKey = daysKeyOf(step, tried.urgent);
  const days = daysKey === undefined || standsStillAt(step, context) ? 0 : context.policy.number(daysKey);
  const sofar = runs ? (counted ?? []) : undefined;
  const now = sofar && days > 0 ? [...sofar, { step: key, title: step.title, days }] : sofar;
  for (const { to, effects = [] } of waysOn(step, context)) {
    const running = clockAfter(now !== undefined, effects);
    if (now !== undefined && !running) {
      tried.found(now);
      continue;
    }
    const flags = flagsAfter(flagsAfter(place.flags, step.onEnter), effects);
    const on = lead(to ?? step.next, contextWith(flags));
    walk(tried, on, {
      seen,
      passed: [...place.passed, key],
      flags,
      counted: running ? (now ?? []) : undefined,
    });
  }
};

/**
 * Every road from acceptance to decision on which the steps have more days than is promised, under these figures; for
 * usual and for urgent cases. Steps at which the promise stands still count nothing. Pure; tries the sample with every
 * choice of the form answered in every way, under a city office and without one.
 */
export const promiseGaps = (
  service: Service,
  policy: PolicyReader,
  today = '2026-03-02',
): readonly PromiseGap[] => {
  const walking = promiseGapsInParts(service, policy, today);
  for (;;) {
    const part = walking.next();
    if (part.done) return part.value;
  }
};

/** {@link promiseGaps} in parts of a few milliseconds, for whoever has others to serve between them. */
export function* promiseGapsInParts(
  service: Service,
  policy: PolicyReader,
  today = '2026-03-02',
): Generator<void, readonly PromiseGap[]> {
  const { flow } = service;
  const gaps = new Map<string, PromiseGap>();
  const sample = service.sample(today);
  const tried = answersTried(service, sample);
  for (const urgent of [false, true]) {
    const promise = urgent ? flow.urgentPromise : flow.promise;
    if (promise === undefined) continue;
    const promised = policy.number(promise);
    const found = (steps: readonly PromisedStep[]): void => {
      const needed = steps.reduce((sum, { days }) => sum + days, 0);
      const name = JSON.stringify([urgent, steps.map(({ step }) => step)]);
      if (needed > promised) gaps.set(name, { urgent, promised, needed, steps });
    };
    for (const underCity of [false, true]) {
      const follow = (answers: Answers): void => {
        const context = { answers, policy, underCity, underSuperior: false };
        const start = lead(flow.start, {
          ...context,
          flags: [],
          passed: [],
          state: { ...emptyState, answers },
        });
        walk({ flow, context, urgent, found }, start, {
          seen: [],
          passed: [],
          flags: [],
          counted: undefined,
        });
      };
      const asked = new Set<string>();
      follow(watched(sample, asked));
      // What no step asks for leads nowhere else, however it is answered.
      for (const answers of [...tried].flatMap(([key, others]) => (asked.has(key) ? others : []))) {
        yield;
        follow(answers);
      }
    }
  }
  return [...gaps.values()];
}
