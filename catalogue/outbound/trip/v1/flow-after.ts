import type { ActDef, Effect, Flow, FlowContext, Step, Who } from '@zhitongche/case';
import { REQUESTS, type Request } from '../flow-requests.ts';

type Steps = Flow['steps'];

/** What the head of division set off by agreeing; later programs do it on the way to where that leads. */
const AGREED: Readonly<Record<Request, readonly Effect[]>> = {
  change: [{ do: 'flag', flag: 'amended', on: true }],
  extension: [{ do: 'flag', flag: 'amended', on: true }],
  revocation: [{ do: 'flag', flag: 'revoked', on: true }, { do: 'revoke' }],
};

const onward = (step: Step | undefined, more: { readonly next?: string; readonly title?: string }): Step => {
  if (step?.kind !== 'work') throw new Error('version 1 needs a step its flow has lost');
  const { note: _note, also: _also, ...rest } = step;
  return { ...rest, ...more };
};

/** Version 1 let the head of division decide every request, whoever had approved the trip. */
const requestV1 = (steps: Steps, name: Request): Steps => {
  const { title, approved } = REQUESTS[name];
  const decide = onward(steps[`${name}-decide`], { next: approved, title: `${title}：处长审定` });
  const agreed = (act: ActDef): ActDef => (act.kind === 'agree' ? { ...act, effects: AGREED[name] } : act);
  return {
    [`${name}-sign`]: onward(steps[`${name}-sign`], { next: `${name}-review` }),
    [`${name}-review`]: onward(steps[`${name}-review`], {}),
    [`${name}-decide`]: 'acts' in decide ? { ...decide, acts: decide.acts.map(agreed) } : decide,
  };
};

const ADDED = ['finance', 'personnel', 'superior', 'city-review', 'city', 'deputy', 'director', 'up'];

const counted = (step: Step | undefined, done: ActDef): Step => {
  const old = onward(step, {});
  if (!('acts' in old)) return old;
  return { ...old, acts: old.acts.map((act) => (act.key === 'return-passports' ? done : act)) };
};

const ONE_DAY: ActDef = {
  kind: 'advance',
  key: 'return-passports',
  label: '登记护照交回',
  form: 'passports',
  opinion: 'none',
  effects: [{ do: 'register', register: 'passport-custody' }],
};
const handedIn = (flag: string) => (context: FlowContext) =>
  context.flags.includes(flag) ? 'evaluation' : 'after-trip';

const PASSPORT_DESK: Who = { role: 'passport-officer', at: 'office' };

/** Version 1 counted the documents once, for all together. */
const custodyV1 = (steps: Steps): Steps => {
  const after = counted(steps['after-trip'], {
    ...ONE_DAY,
    who: PASSPORT_DESK,
    to: handedIn('report-filed'),
    effects: [{ do: 'flag', flag: 'passports-returned', on: true }, ...(ONE_DAY.effects ?? [])],
    when: ({ flags }) => !flags.includes('passports-returned'),
  });
  const filed = (act: ActDef): ActDef =>
    act.key === 'file-report' ? { ...act, to: handedIn('passports-returned') } : act;
  /** The handler alone hurried the unit. */
  const hurried = (act: ActDef): readonly ActDef[] => {
    const { when: _when, ...always } = act;
    return act.kind !== 'urge' ? [act] : act.key === undefined ? [always] : [];
  };
  // What was not counted yet waits in the desk's inbox: that is no part of the shape old cases depend on.
  const also = {
    who: PASSPORT_DESK,
    while: ({ flags }: FlowContext) => !flags.includes('passports-returned'),
  };
  const byHandler = after.kind === 'work' ? { ...after, next: 'evaluation', also } : after;
  const without = (step: Step | undefined): Step | undefined =>
    step && 'acts' in step
      ? { ...step, acts: step.acts.filter(({ key }) => key !== 'return-passports') }
      : undefined;
  const [abroad, evaluation] = [without(steps.abroad), without(steps.evaluation)];
  return {
    ...(abroad ? { abroad } : {}),
    'hand-in': counted(steps['hand-in'], ONE_DAY),
    'after-trip':
      'acts' in byHandler ? { ...byHandler, acts: byHandler.acts.flatMap(hurried).map(filed) } : byHandler,
    ...(evaluation ? { evaluation } : {}),
  };
};

/** Requests went to the unit's signer at once. */
const askedV1 = (steps: Steps): Steps => {
  const { abroad } = steps;
  if (!abroad || !('acts' in abroad)) return {};
  const acts = abroad.acts.map((act) =>
    act.key?.startsWith('ask-') && act.form ? { ...act, to: `${act.form}-sign` } : act,
  );
  return { abroad: { ...abroad, acts } };
};

/** Steps after the approval as version 1 had them. */
export const afterTripV1 = (steps: Steps): Steps => {
  const names = Object.keys(REQUESTS) as readonly Request[];
  const added = names.flatMap((name) => ADDED.map((place) => `${name}-${place}`));
  return {
    ...Object.fromEntries(
      Object.entries(steps).filter(([key]) => key !== 'city-evaluation' && !added.includes(key)),
    ),
    ...Object.assign({}, ...names.map((name) => requestV1(steps, name))),
    ...custodyV1({ ...steps, ...askedV1(steps) }),
  };
};
