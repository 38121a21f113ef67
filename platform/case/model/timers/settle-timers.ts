import { isUnitPost, type Role } from '@zhitongche/access';
import { addCalendarDays, dayInShanghai, dayNumber, minutesInWords, type Problem } from '@zhitongche/base';
import { refusal } from '../act-problems.ts';
import { askDefinition, type DecisionBuilder, flowContext, write } from '../decision-builder.ts';
import type { Place, Who } from '../flow-words.ts';
import { currentSeats } from '../seats.ts';
import { runEffects } from '../transitions.ts';
import { type CaseTimer, endOfDay, partsToTell, type TimerPart, timerStand } from './case-timer.ts';

const WAITING: readonly string[] = ['correcting', 'suspended', 'outside'];
const MINUTES_OF_DAY = 1_440;

/** From when and how long, by the figures of this day. */
const begun = (journal: DecisionBuilder, def: CaseTimer, from: string) => {
  const { policy, calendar } = journal.setting;
  const day = dayInShanghai(from);
  const { limit } = def;
  if ('minutes' in limit)
    return {
      from,
      minutes: policy.number(limit.minutes),
      hours: def.hours === undefined ? null : policy.list(def.hours),
    };
  const moves = 'days' in limit && limit.lastDay !== undefined && policy.flag(limit.lastDay);
  const last =
    'days' in limit
      ? addCalendarDays(calendar, day, policy.number(limit.days), moves).due
      : limit.last(flowContext(journal.state, journal.setting));
  const days = dayNumber(last) - dayNumber(day);
  // The day it begins does not count, the last one to its end.
  return { from: endOfDay(day), minutes: Math.max(days, 0) * MINUTES_OF_DAY, hours: null };
};

const instants = (journal: DecisionBuilder, def: CaseTimer) => {
  const { now } = journal.setting;
  const context = flowContext(journal.state, journal.setting);
  return askDefinition(def.label, () => ({
    runs: def.runs(context),
    still: def.still ? def.still(context) : WAITING.includes(journal.state.status),
    from: def.from?.(context) ?? now,
    until: def.until?.(context) ?? now,
  }));
};

const wrongInstant = (what: string, en: string, todo: string): Problem =>
  refusal('timer-instant', what, en, todo, ['data']);

/** Begins, pauses and ends the limits of the case as an act has left it; what is wrong with the instants it gives. */
export const settleTimers = (journal: DecisionBuilder): readonly Problem[] =>
  Object.entries(journal.service.timers ?? {}).flatMap(([timer, def]) => settleOne(journal, timer, def));

const settleOne = (journal: DecisionBuilder, timer: string, def: CaseTimer): readonly Problem[] => {
  const { now } = journal.setting;
  const before = journal.state.timers?.[timer];
  const running = before !== undefined && before.until === undefined;
  const { runs, still, from, until } = instants(journal, def);
  if (runs && !running) {
    if (from > now)
      return [
        wrongInstant(
          `“${def.label}”起算的时间还没有到`,
          'The instant it counts from is still to come',
          '请填写实际发生的时间',
        ),
      ];
    write(journal, {
      type: 'timer-started',
      timer,
      ...askDefinition(def.label, () => begun(journal, def, from)),
    });
    if (still) write(journal, { type: 'timer-paused', timer, at: now });
    return [];
  }
  if (!running) return [];
  if (!runs) {
    if (until > now || until < before.from)
      return 'minutes' in def.limit
        ? [
            wrongInstant(
              until > now ? `“${def.label}”完成的时间还没有到` : `“${def.label}”完成的时间早于开始的时间`,
              'The instant it ended is not between its beginning and now',
              '请核对填写的时间',
            ),
          ]
        : stop(journal, timer, before.from);
    return stop(journal, timer, until);
  }
  const paused = before.pauses.some(({ to }) => to === undefined);
  if (still && !paused) write(journal, { type: 'timer-paused', timer, at: now });
  if (!still && paused) write(journal, { type: 'timer-resumed', timer, at: now });
  return [];
};

const stop = (journal: DecisionBuilder, timer: string, until: string): readonly Problem[] => {
  const before = journal.state.timers?.[timer];
  if (!before) return [];
  const { ms, late } = timerStand(timer, { ...before, until }, journal.setting.calendar, until);
  write(journal, { type: 'timer-stopped', timer, until, ms, ...(late ? { late: true as const } : {}) });
  return [];
};

/** Where a role is sought: at the unit, or at the desk that has the case, else in the office. */
const placeOf = ({ state }: DecisionBuilder, role: Role): Place => {
  if (isUnitPost(role)) return 'unit';
  const orgs = currentSeats(state).flatMap(({ status, org }) => (status === 'open' && org ? [org] : []));
  const code = Object.entries(state.orgs?.divisions ?? {}).find(([, id]) => orgs.includes(id))?.[0];
  if (code !== undefined) return `division:${code}`;
  return state.orgs?.city !== undefined && orgs.includes(state.orgs.city) ? 'city' : 'office';
};

/** Whoever has the case before him; of an ended one whoever filed it. */
const havingIt = (journal: DecisionBuilder): readonly Who[] => {
  const seats = currentSeats(journal.state).filter(({ status, ready }) => status === 'open' && ready);
  if (seats.length === 0) return [{ applicant: true }];
  return seats.map((seat): Who => {
    if (seat.person) return { person: seat.person };
    return seat.role ? { role: seat.role, at: placeOf(journal, seat.role) } : { applicant: true };
  });
};

const inWords = (journal: DecisionBuilder, { timer, percent }: TimerPart): string => {
  const state = journal.state.timers?.[timer];
  const def = journal.service.timers?.[timer];
  if (!state || !def) return '';
  const { now, calendar } = journal.setting;
  const { ms } = timerStand(timer, state, calendar, now);
  const allowed = state.minutes * 60_000;
  const said = (span: number): string =>
    'minutes' in def.limit ? minutesInWords(span) : `${Math.ceil(span / (MINUTES_OF_DAY * 60_000))}天`;
  if (ms > allowed && percent >= 100)
    return `“${def.label}”时限${said(allowed)}，已超过${said(ms - allowed)}`;
  return percent >= 100
    ? `“${def.label}”时限${said(allowed)}已到`
    : `“${def.label}”时限${said(allowed)}，还剩${said(allowed - ms)}`;
};

/** Tells the parts of running limits that have been reached: of several missed ones only the last, to whoever any was for. */
export const tickTimers = (journal: DecisionBuilder): void => {
  const { service, setting } = journal;
  const reached = partsToTell(service, journal.state, setting).filter(({ at }) => at <= setting.now);
  for (const timer of new Set(reached.map((part) => part.timer))) {
    const parts = reached.filter((part) => part.timer === timer);
    const last = parts.at(-1);
    if (!last) continue;
    const text = inWords(journal, last);
    const said = parts.filter(({ silent }) => !silent);
    const whom: readonly Who[] = [
      ...(said.some(({ roles }) => roles.length === 0) ? havingIt(journal) : []),
      ...[...new Set(said.flatMap(({ roles }) => roles))].map((role) => ({
        role,
        at: placeOf(journal, role),
      })),
    ];
    write(journal, {
      type: 'timer-told',
      timer,
      percent: last.percent,
      parts: parts.map(({ percent }) => percent),
    });
    runEffects(journal, [
      ...whom.map((to) => ({ do: 'notify' as const, to, text })),
      ...(parts.some(({ percent }) => percent === 100) ? (service.timers?.[timer]?.over ?? []) : []),
    ]);
  }
};
