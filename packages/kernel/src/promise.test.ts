import { describe, expect, it } from 'vitest';
import { choice, options } from './field.ts';
import type { PolicyReader } from './policy.ts';
import { promiseGaps } from './promise-gaps.ts';
import type { Service } from './service.ts';
import { sweep } from './sweep/sweep.ts';
import { sampleContext, story, type World } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const { review, head } = toy.flow.steps;
if (review?.kind !== 'work' || head?.kind !== 'work') throw new Error('the toy has lost its steps');

/** The toy, with days for the head of division, who may be waited for outside the promise. */
const promising = (still: boolean, more: Partial<Service['flow']> = {}): Service => ({
  ...toy,
  flow: {
    ...toy.flow,
    ...more,
    steps: {
      ...toy.flow.steps,
      head: { ...head, days: 'toy.step-days', ...(still ? { standsStill: () => true } : {}) },
    },
  },
});
const reader = (service: Service, policies: World['policies'] = {}): PolicyReader =>
  sampleContext(service.policies, { policies }).policy;
const gaps = (service: Service, policies: World['policies'] = {}) =>
  promiseGaps(service, reader(service, policies));

describe('承诺时限和各环节时限对得上', () => {
  it('finds nothing to say where the steps after acceptance fit into the promise', () => {
    expect(gaps(promising(false))).toEqual([]);
  });

  it('tells each road whose steps take longer, with both sums and the days of each step', () => {
    expect(gaps(promising(false), { 'toy.promise': 3 })).toContainEqual({
      urgent: false,
      promised: 3,
      needed: 4,
      steps: [
        { step: 'review', title: '审核', days: 2 },
        { step: 'head', title: '处长签发', days: 2 },
      ],
    });
  });

  it('does not count a step at which the promise stands still', () => {
    expect(gaps(promising(true), { 'toy.promise': 3 })).toEqual([]);
    expect(gaps(promising(true), { 'toy.promise': 1 }).map(({ needed }) => needed)).toContain(2);
  });

  it('holds urgent cases to the shorter promise, with the days steps have for them', () => {
    const urgent = promising(true, { urgentPromise: 'toy.max-guests' });
    expect(gaps(urgent, { 'toy.max-guests': 1 })).toContainEqual(
      expect.objectContaining({ urgent: true, promised: 1, needed: 2 }),
    );
  });

  it('is not asked again for answers that lead nowhere else', () => {
    const reads = (service: Service): number => {
      const own = reader(service);
      let n = 0;
      promiseGaps(service, {
        ...own,
        number(key) {
          n += 1;
          return own.number(key);
        },
      });
      return n;
    };
    const plain = promising(false);
    const shades = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`shade${n}`, String(n)]));
    const form = {
      ...plain.form,
      more: { title: '其他', fields: { colour: choice('颜色', options(shades)) } },
    };
    expect(reads({ ...plain, form })).toBe(reads(plain));
  });

  it('fails the sweep of a service whose days do not add up', () => {
    const broken: Service = {
      ...promising(false),
      policies: toy.policies.map((def) => (def.key === 'toy.promise' ? { ...def, default: 3 } : def)),
    };
    expect(sweep(broken)).toContainEqual(
      expect.stringContaining('4 days after acceptance, but 3 are promised'),
    );
  });
});

describe('a step at which the promise stands still', () => {
  const waiting = (still = true) => {
    const s = story(promising(still), { today: '2026-03-02' }).submit({ size: 'small' });
    return s.act('window', { act: 'agree' }).later(1, 'working').act('handler@outbound', { act: 'agree' });
  };

  it('pauses the promise on entry and lets it run on afterwards, so that the wait is nobody’s delay', () => {
    const s = waiting();
    const due = s.state.promise?.due ?? '';
    expect(s.state.promise?.pauses).toEqual([{ from: s.today }]);
    s.later(10, 'working').act('division-head@outbound', { act: 'agree' });
    expect(s.state.promise).toMatchObject({ late: false });
    expect(s.today > due).toBe(true);
    expect(s.events.map(({ body }) => (body.type === 'clock-paused' ? body.why : ''))).toContain('signing');
  });

  it('promises no step a day after the promise of the case', () => {
    const s = story(promising(false), { today: '2026-03-02', policies: { 'toy.promise': 1 } });
    s.submit({ size: 'small' }).act('window', { act: 'agree' });
    expect(s.state.stepClock?.due).toBe(s.state.promise?.due);
    const late = s.later(5, 'working').act('handler@outbound', { act: 'agree' }).state;
    expect((late.stepClock?.due ?? '') <= (late.promise?.due ?? '')).toBe(true);
  });

  it('says how long its own days are, whatever the promise does', () => {
    expect(waiting().state.stepClock?.due).toBe('2026-03-05');
  });
});
