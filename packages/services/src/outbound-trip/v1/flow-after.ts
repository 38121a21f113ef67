import type { ActDef, Effect, Flow, Step } from '@zhitongche/kernel';
import { REQUESTS, type Request } from '../flow-requests.ts';

type Steps = Flow['steps'];

/** What the head of division set off by agreeing; later programs do it on the way to where that leads. */
const AGREED: Readonly<Record<Request, readonly Effect[]>> = {
  change: [{ do: 'flag', flag: 'amended', on: true }],
  extension: [{ do: 'flag', flag: 'amended', on: true }],
  revocation: [{ do: 'flag', flag: 'revoked', on: true }, { do: 'revoke' }],
};

const onward = (step: Step | undefined, more: { readonly next: string; readonly title?: string }): Step => {
  if (step?.kind !== 'work') throw new Error('version 1 needs a step its flow has lost');
  return { ...step, ...more };
};

/** Version 1 let the head of division decide every request, whoever had approved the trip. */
const requestV1 = (steps: Steps, name: Request): Steps => {
  const { title, approved } = REQUESTS[name];
  const decide = onward(steps[`${name}-decide`], { next: approved, title: `${title}：处长审定` });
  const agreed = (act: ActDef): ActDef => (act.kind === 'agree' ? { ...act, effects: AGREED[name] } : act);
  return {
    [`${name}-sign`]: onward(steps[`${name}-sign`], { next: `${name}-review` }),
    [`${name}-decide`]: 'acts' in decide ? { ...decide, acts: decide.acts.map(agreed) } : decide,
  };
};

const ADDED = ['city-review', 'city', 'deputy', 'director', 'up'];

/** Steps after the approval as version 1 had them. */
export const afterTripV1 = (steps: Steps): Steps => {
  const names = Object.keys(REQUESTS) as readonly Request[];
  const added = names.flatMap((name) => ADDED.map((place) => `${name}-${place}`));
  return {
    ...Object.fromEntries(Object.entries(steps).filter(([key]) => !added.includes(key))),
    ...Object.assign({}, ...names.map((name) => requestV1(steps, name))),
  };
};
