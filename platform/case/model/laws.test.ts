import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pausedSince } from './clock.ts';
import { emptyState, fold, type Happened } from './fold.ts';
import type { ActKind } from './flow-words.ts';
import { isClosed } from './status-words.ts';
import { actorOf, type Cast, type Story } from './testing.ts';
import { toy } from './testing/toy-service.ts';
import { commandFor, everyone, type Stride, randomWalk } from './testing/random-walk.ts';

const CAST: readonly Cast[] = [
  'filer',
  'city-reviewer',
  'window',
  'handler@outbound',
  'countersigner@security',
  'countersigner@finance',
  'countersigner@protocol',
  'division-head@outbound',
  'system-admin',
  'signer',
];

const RULES = { all: 3, any: 1, 'in-order': 3, 'two-of': 2, 'two-thirds': 2 } as const;

const world = fc.record({
  underCity: fc.boolean(),
  today: fc.constantFrom('2026-01-30', '2026-04-28', '2026-09-21', '2026-12-24'),
  policies: fc.record({ 'toy.rule': fc.constantFrom(...Object.keys(RULES)) }),
});
const strides: fc.Arbitrary<Stride[]> = fc.array(
  fc.record({ who: fc.nat(1_000), pick: fc.nat(1_000), detail: fc.nat(1_000) }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

const always = (law: (s: Story) => void, runs = 100): void =>
  fc.assert(
    fc.property(world, strides, (given, walk) => {
      randomWalk(toy, given, CAST, walk, law);
    }),
    { numRuns: runs },
  );

/** Acts that bring a case nearer its end, the nearest first. */
const FORWARD: readonly ActKind[] = ['retry', 'resume', 'submit', 'report', 'agree', 'advance'];

describe('laws of any case', () => {
  it('any sequence of acts replays to the same state, also from stored JSON', () => {
    fc.assert(
      fc.property(world, strides, (given, walk) => {
        const s = randomWalk(toy, given, CAST, walk);
        const stored = JSON.parse(JSON.stringify(s.events)) as Happened[];
        expect(fold(stored)).toEqual(s.state);
        expect(s.state.revision).toBe(s.events.length);
        const half = Math.floor(stored.length / 2);
        expect(fold(stored.slice(half), fold(stored.slice(0, half)))).toEqual(s.state);
      }),
    );
  });

  it('no sequence reaches a state without an exit: every case can be brought to its end', () => {
    fc.assert(
      fc.property(world, strides, (given, walk) => {
        const s = randomWalk(toy, given, CAST, walk);
        for (let turn = 0; turn < 60 && !isClosed(s.state.status); turn += 1) {
          s.issueAll();
          const found = everyone(s, CAST)
            .flatMap((actor) => s.open(actor).map((act) => ({ actor, act })))
            .filter(({ act }) => FORWARD.includes(act.kind) && act.act !== 'note' && act.act !== 'change')
            .sort((a, b) => FORWARD.indexOf(a.act.kind) - FORWARD.indexOf(b.act.kind));
          const [next] = found;
          if (isClosed(s.state.status)) break;
          expect(next, `nothing leads on from ${s.state.status} at ${s.state.step}`).toBeDefined();
          if (next) s.act(next.actor, commandFor(next.act, s.answers(), 1, s.today, s.events.length));
        }
        expect(s.state.status).toSatisfy(isClosed);
      }),
    );
  });

  it('a panel never passes short of its rule', () => {
    fc.assert(
      fc.property(world, strides, (given, walk) => {
        const needed = RULES[given.policies['toy.rule'] as keyof typeof RULES];
        let seen = 0;
        randomWalk(toy, given, CAST, walk, (s) => {
          const { path } = s.state;
          const fresh = s.events.slice(seen).map((event) => event.body);
          seen = s.events.length;
          const voted = fresh.some((body) => body.type === 'decided' && body.step === 'panel');
          const passed = fresh.some((body) => body.type === 'step-entered' && body.step === 'head');
          if (voted && passed) {
            const agreed = s.state.seats.filter(
              (seat) =>
                seat.step === 'panel' &&
                seat.entry === path.length - 1 &&
                seat.addedBy === undefined &&
                seat.verdict === 'agree',
            );
            expect(agreed.length).toBeGreaterThanOrEqual(needed);
            const after = s.state.seats.filter(
              (seat) => seat.where === 'after' && agreed.some((a) => a.id === seat.addedBy),
            );
            expect(
              after.filter((seat) => seat.verdict === 'agree').length + agreed.length,
            ).toBeGreaterThanOrEqual(needed);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a deadline never lands on a rest day, and stands still exactly while the case waits for others', () => {
    always((s) => {
      const { promise, stepClock, status } = s.state;
      const { calendar } = s.setting;
      for (const clock of [promise, stepClock]) {
        if (clock) expect(calendar.isWorkingDay(clock.due), clock.due).toBe(true);
      }
      if (promise && promise.stoppedOn === undefined) {
        const waits = status === 'correcting' || status === 'suspended' || status === 'outside';
        expect(pausedSince(promise) !== undefined).toBe(waits);
      }
      if (isClosed(status) && promise) expect(promise.stoppedOn).toBeDefined();
    });
  });

  it('reminds once and reports overdue once for each running of a clock', () => {
    fc.assert(
      fc.property(world, strides, (given, walk) => {
        const s = randomWalk(toy, given, CAST, walk);
        let told: string[] = [];
        for (const { body } of s.events) {
          if (body.type === 'clock-started') told = told.filter((key) => !key.includes('promise'));
          if (body.type === 'step-entered' || body.type === 'withdrawn') {
            told = told.filter((key) => !key.includes('step'));
          }
          if (body.type === 'reminded' || body.type === 'overdue') {
            const key = `${body.type} ${body.clock}`;
            expect(told).not.toContain(key);
            told.push(key);
          }
        }
      }),
    );
  });

  it('time alone approves nothing', () => {
    always((s) => {
      const before = s.events.length;
      const { step, status, seats } = s.state;
      s.tick();
      expect(s.state).toMatchObject({ step, status, seats });
      for (const { body, doer } of s.events.slice(before)) {
        expect(['reminded', 'overdue', 'clock-revised']).toContain(body.type);
        expect(doer.id).toBe('system');
      }
    });
  });

  it('takes back only the last decision, and only by whoever made it', () => {
    const QUIET = new Set([
      'reminded',
      'overdue',
      'clock-revised',
      'urged',
      'copied',
      'issued',
      'issue-retried',
      'issue-failed',
    ]);
    const CONSEQUENCES = new Set([
      'seats-released',
      'seat-ready',
      'steps-skipped',
      'step-entered',
      'flagged',
    ]);
    fc.assert(
      fc.property(world, strides, (given, walk) => {
        const s = randomWalk(toy, given, CAST, walk);
        for (const [index, { body, doer }] of s.events.entries()) {
          if (body.type !== 'withdrawn') continue;
          const cause = s.events
            .slice(0, index)
            .findLast(
              (e) =>
                !QUIET.has(e.body.type) &&
                !CONSEQUENCES.has(e.body.type) &&
                !['effect', 'clock-paused', 'clock-resumed', 'returned'].includes(e.body.type),
            );
          expect(cause?.body.type).toBe(body.by === 'applicant' ? 'submitted' : 'decided');
          expect(cause?.doer.id).toBe(doer.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every seat: ids are unique, a closed seat never opens for another entry, a done one names its doer', () => {
    always((s) => {
      const { seats, path, status, step } = s.state;
      expect(new Set(seats.map((seat) => seat.id)).size).toBe(seats.length);
      for (const seat of seats) {
        if (seat.status === 'done') expect(seat.doer).toBeDefined();
        if (seat.status === 'open') {
          expect(seat.step).toBe(step);
          expect(seat.entry).toBe(path.length);
          expect(isClosed(status)).toBe(false);
        }
      }
      if (status === 'running' || status === 'outside') {
        expect(seats.some((seat) => seat.status === 'open' && seat.ready)).toBe(true);
      }
    });
  });

  it('keeps no answer to a question that was not asked', () => {
    always((s) => {
      if (s.state.round === 0) return;
      if (s.state.answers['foreign'] !== true) expect(s.state.answers).not.toHaveProperty('from');
    });
  });
});

describe('the button and the endpoint', () => {
  const KEYS = [
    'submit',
    'agree',
    'agree-quietly',
    'refuse',
    'return',
    'correct',
    'withdraw',
    'transfer',
    'entrust',
  ];
  const MORE = [
    'add-before',
    'add-after',
    'escalate',
    'report',
    'urge',
    'copy',
    'suspend',
    'resume',
    'advance',
  ];
  const OTHERS = ['register', 'note', 'change', 'cancel', 'retry', 'reassign', 'fly', '__proto__'];

  it('never disagree: decide refuses as not open exactly what openActs does not offer', () => {
    const command = fc.record({
      who: fc.constantFrom(...CAST),
      act: fc.constantFrom(...KEYS, ...MORE, ...OTHERS),
      seat: fc.option(fc.constantFrom('s1', 's2', 's3', 's4', 's5', ''), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        world,
        strides,
        fc.array(command, { minLength: 20, maxLength: 40 }),
        (given, walk, tries) => {
          const s = randomWalk(toy, given, CAST, walk);
          for (const { who, act, seat } of tries) {
            const offered = s
              .open(who)
              .some((open) => open.act === act && (seat === undefined || open.seat === seat));
            const result = s.attempt(who, { act, ...(seat === undefined ? {} : { seat }) });
            const closed =
              !result.ok &&
              result.problems.some((p) => p.code === 'act.not-open' || p.code === 'act.unknown');
            expect(closed, `${who} ${act} ${seat}`).toBe(!offered);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('offers the same acts whoever asks twice, and offers an administrator none', () => {
    always((s) => {
      expect(s.open('system-admin')).toEqual([]);
      for (const cast of CAST) expect(s.open(cast)).toEqual(s.open(actorOf(cast)));
    }, 40);
  });

  it('an empty case offers only its submission', () => {
    expect(fold([])).toEqual(emptyState);
  });
});
