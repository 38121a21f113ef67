import { addDays, isJsonObject, type WorkCalendar } from '@zhitongche/base';
import type { Role } from '@zhitongche/access';
import type { Answers } from '@zhitongche/form';
import type { PolicyReader } from '@zhitongche/office';
import type { Slot } from './booking.ts';

/** A span of a day in which posts are held; one that ends no later than it begins runs into the next day. */
export interface Shift {
  readonly label: string;
  /** Times of day, `HH:MM` in Beijing. */
  readonly from: string;
  readonly to: string;
  /** Days of the office calendar it is held on; absent = every day. */
  readonly on?: 'workday' | 'restday';
}

/** How rows of a register are turns of duty: who holds which post, when. */
export interface Roster {
  /** Fields: the post and the shift (choices), the day, and the account of whoever holds it. */
  readonly post: string;
  readonly shift: string;
  readonly day: string;
  readonly person: string;
  readonly posts: Readonly<Record<string, { readonly label: string; readonly needs: string }>>;
  readonly shifts: Readonly<Record<string, Shift>>;
  /** Stages in which the person holds the post. */
  readonly stands: readonly string[];
  /** Roles of who may hold a post or stand in. */
  readonly mayStand: readonly Role[];
}

/** A post that must be held through a span by so many. */
export interface Demand extends Slot {
  readonly post: string;
  readonly shift: string;
  readonly day: string;
  readonly needs: number;
}

/** A person at a post through a span. */
export interface Turn extends Slot {
  readonly post: string;
  readonly person: string;
}

/** A part of a demand that fewer hold than are needed. */
export interface Gap extends Demand {
  readonly missing: number;
}

const instant = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

/** The span of a shift that begins on a day. */
export const shiftSlot = ({ from, to }: Shift, day: string): Slot => ({
  from: instant(day, from),
  to: instant(to > from ? day : addDays(day, 1), to),
});

/** The span of a turn; undefined while a part of it is missing. */
export const turnSlot = (roster: Roster, answers: Answers): Slot | undefined => {
  const [day, shift] = [answers[roster.day], answers[roster.shift]];
  if (typeof day !== 'string' || typeof shift !== 'string' || !Object.hasOwn(roster.shifts, shift))
    return undefined;
  const known = roster.shifts[shift];
  return known && shiftSlot(known, day);
};

/** The account a field of a row picks. */
export const accountOf = (answers: Answers, field: string): string | undefined => {
  const value = answers[field];
  return isJsonObject(value) && typeof value.id === 'string' ? value.id : undefined;
};

/** Whether a shift is held on a day. */
export const isHeldOn = ({ on }: Shift, day: string, calendar: Pick<WorkCalendar, 'isWorkingDay'>): boolean =>
  on === undefined || calendar.isWorkingDay(day) === (on === 'workday');

/** Every post that must be held on some days, by the office calendar. */
export const demandsOf = (
  roster: Roster,
  days: readonly string[],
  calendar: Pick<WorkCalendar, 'isWorkingDay'>,
  policy: Pick<PolicyReader, 'number'>,
): readonly Demand[] =>
  days.flatMap((day) =>
    Object.entries(roster.shifts)
      .filter(([, shift]) => isHeldOn(shift, day, calendar))
      .flatMap(([shift, held]) =>
        Object.entries(roster.posts).map(([post, { needs }]) => ({
          post,
          shift,
          day,
          needs: policy.number(needs),
          ...shiftSlot(held, day),
        })),
      ),
  );

/** A person at two posts in one minute holds the first of them only: nobody is two. */
const heldBy = (turns: readonly Turn[], post: string, from: string, to: string): number => {
  const posts = new Map<string, string>();
  for (const turn of turns)
    if (turn.from < to && turn.to > from && !posts.has(turn.person)) posts.set(turn.person, turn.post);
  return [...posts.values()].filter((one) => one === post).length;
};

/** What of the demands is not held, for every minute: a person counts once, from the first minute of the turn to its last. */
export const rosterGaps = (demands: readonly Demand[], turns: readonly Turn[]): readonly Gap[] =>
  demands.flatMap((demand) => {
    const near = turns.filter(({ from, to }) => from < demand.to && to > demand.from);
    const cuts = near
      .flatMap(({ from, to }) => [from, to])
      .filter((at) => at > demand.from && at < demand.to);
    const edges = [...new Set([demand.from, ...cuts, demand.to])].toSorted();
    const gaps: Gap[] = [];
    for (const [n, from] of edges.slice(0, -1).entries()) {
      const to = edges[n + 1] ?? from;
      const missing = demand.needs - heldBy(near, demand.post, from, to);
      if (missing <= 0) continue;
      const last = gaps.at(-1);
      if (last?.to === from && last.missing === missing) gaps[gaps.length - 1] = { ...last, to };
      else gaps.push({ ...demand, from, to, missing });
    }
    return gaps;
  });
