import type { CaseState, Seat } from '@zhitongche/case';
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
      .flatMap((seat) => tasksOf(seat, due.before, now))
      .map((task) => [task.seat, JSON.stringify(task)]),
  );
  const changed = after.seats
    .flatMap((seat) => tasksOf(seat, due.after, now))
    .filter((task) => old.get(task.seat) !== JSON.stringify(task));
  const kept = new Set(after.seats.map((seat) => seat.id));
  const gone = before.seats
    .filter((seat) => !kept.has(seat.id))
    .map((seat) => taskOf({ ...seat, status: 'released' }, null, now));
  return [...changed, ...gone];
}

/** A seat, and the hands it has passed through: they go on seeing the case, as the kernel lets them. */
const tasksOf = (seat: Seat, due: string | null, now: string): readonly TaskRow[] => [
  taskOf(seat, due, now),
  ...seat.trail.map(({ from }, nth) => ({
    ...taskOf({ ...seat, status: 'released' }, null, now),
    seat: `${seat.id}/${nth}`,
    role: null,
    org: null,
    person: from.id,
    ready: false,
    doneAt: null,
    doneBy: null,
  })),
];

const taskOf = (seat: Seat, due: string | null, now: string): TaskRow => ({
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
});
