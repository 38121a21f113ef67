import { choice, form, integer, options } from '@zhitongche/form';
import { expect, expectTypeOf, test } from 'vitest';
import { flowFor } from './flow-for.ts';
import { defineService, type Service } from './service.ts';
import { toy } from './testing/toy-service.ts';

const asked = form({
  only: {
    title: '申请',
    fields: {
      size: choice('规模', options({ small: '小型', large: '大型' }), { required: true }),
      guests: integer('人数', { required: true }),
    },
  },
});
const window = { role: 'window', at: 'office' } as const;
const end = { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' } as const;
const step = {
  kind: 'work',
  title: '受理',
  phase: '省外办',
  who: window,
  acts: [{ kind: 'agree' }],
} as const;

test('a flow sees the answers as its form types them, and every road leads to a step there is', () => {
  const flow = flowFor<typeof asked>()({
    start: ({ answers }) => (answers.size === 'large' ? 'leader' : 'desk'),
    steps: {
      desk: { ...step, next: 'done' },
      leader: {
        ...step,
        when: ({ answers }) => (answers.guests ?? 0) > 10,
        next: ({ flags }) => (flags.includes('again') ? 'desk' : 'done'),
        acts: [{ kind: 'agree' }, { kind: 'advance', key: 'back', to: 'desk' }],
      },
      done: end,
    },
  });
  expect(Object.keys(flow.steps)).toEqual(['desk', 'leader', 'done']);
  flowFor<typeof asked>()({
    // @ts-expect-error: compared with a size there is not.
    start: ({ answers }) => (answers.size === 'huge' ? 'desk' : 'done'),
    steps: {
      // @ts-expect-error: no step of that name.
      desk: { ...step, next: 'dnoe' },
      other: {
        ...step,
        // @ts-expect-error: the form asks no such thing.
        when: ({ answers }) => answers.guest === 1,
        next: 'done',
      },
      lost: {
        ...step,
        next: 'done',
        // @ts-expect-error: an act leads to a step there is, too.
        acts: [{ kind: 'advance', key: 'away', to: 'nowhere' }],
      },
      done: end,
    },
  });
});

test('a service types its answers and the figures it derives from them', () => {
  const { form: _form, derive: _derive, summary: _summary, computed: _computed, ...rest } = toy;
  const made: Service = defineService({
    ...rest,
    form: asked,
    derive: ({ guests }) => ({ seats: (guests ?? 0) * 2 }),
    summary: ({ size }, derived) => {
      expectTypeOf(size).toEqualTypeOf<'small' | 'large' | undefined>();
      expectTypeOf(derived).toEqualTypeOf<{ seats: number } | null>();
      return { title: `${size ?? ''}${derived?.seats ?? 0}`, facts: [], words: [] };
    },
    computed: [
      {
        key: 'seats',
        label: '席位',
        after: 'only',
        show: ({ seats }) => ({ kind: 'text', text: `${seats}席` }),
      },
      {
        key: 'chairs',
        label: '椅子',
        after: 'only',
        // @ts-expect-error: no such figure is derived.
        show: ({ chairs }) => ({ kind: 'text', text: `${chairs}把` }),
      },
    ],
  });
  // What is not sound never reaches what was promised sound answers.
  expect(made.summary({ size: 'huge', guests: '6' }, { seats: 12 }).title).toBe('12');
  expect(made.computed[0]?.show({ seats: 12 })).toEqual({ kind: 'text', text: '12席' });
});
