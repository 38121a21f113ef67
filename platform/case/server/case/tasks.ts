import { barredFrom, type CaseState, type Seat } from '@zhitongche/case';
import type { TaskRow } from '../store/case-write.ts';

/** Seats whose rows in the inbox must change: new ones, changed ones, and those an act took back; with whoever passed them on. */
export function taskChanges(
  before: CaseState,
  after: CaseState,
  due: { readonly before: string | null; readonly after: string | null },
  now: string,
): readonly TaskRow[] {
  const old = new Map(
    before.seats
      .flatMap((seat) => tasksOf(before, seat, due.before, now))
      .map((task) => [task.seat, JSON.stringify(task)]),
  );
  const changed = after.seats
    .flatMap((seat) => tasksOf(after, seat, due.after, now))
    .filter((task) => old.get(task.seat) !== JSON.stringify(task));
  const kept = new Set(after.seats.map((seat) => seat.id));
  const gone = before.seats
    .filter((seat) => !kept.has(seat.id))
    .map((seat) => taskOf(after, { ...seat, status: 'released' }, null, now));
  return [...changed, ...gone];
}

/** A seat, and the hands it has passed through: they go on seeing the case, as the kernel lets them. */
const tasksOf = (state: CaseState, seat: Seat, due: string | null, now: string): readonly TaskRow[] => [
  taskOf(state, seat, due, now),
  ...seat.trail.map(({ from }, nth) => ({
    ...taskOf(state, { ...seat, status: 'released' }, null, now),
    seat: `${seat.id}/${nth}`,
    role: null,
    org: null,
    person: from.id,
    ready: false,
    doneAt: null,
    doneBy: null,
  })),
];

const taskOf = (state: CaseState, seat: Seat, due: string | null, now: string): TaskRow => ({
  seat: seat.id,
  step: seat.step,
  role: seat.role ?? null,
  org: seat.org ?? null,
  person: seat.person?.id ?? null,
  ready: seat.ready,
  status: seat.status,
  due: seat.status === 'open' ? due : null,
  openedAt: now,
  doneAt: seat.at ?? null,
  doneBy: seat.doer?.id ?? null,
  barred: seat.status === 'open' ? barredFrom(state, seat) : [],
});
