import {
  addDays,
  type Day,
  dayInShanghai,
  type Occurrence,
  occurrences,
  readRecurs,
  type WorkCalendar,
} from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { PolicyDef } from '@zhitongche/office';
import type { KeptRow } from './row.ts';

/** One time a duty falls due, as what it opens is told of it. */
export interface Occasion {
  readonly period: string;
  /** The period as people say it. */
  readonly name: string;
  readonly day: Day;
  /** Why it falls on that day where it is not the one the rule names; else empty. */
  readonly said: string;
  /** What the row it is of is called; empty where the office has it once. */
  readonly of: string;
}

/** What a duty does each time: enters a row, or takes a move of the row it is of. */
export type DutyAct =
  | {
      readonly enter: string;
      answers(occasion: Occasion, of: KeptRow | null): Answers;
      /** Relation of the register it enters into, to the row it is of. */
      readonly ties?: string;
    }
  | { readonly move: string; data(occasion: Occasion, of: KeptRow): Answers };

/** Something that is to be done again and again, and opens by itself. */
export interface Duty {
  readonly kind: 'duty';
  /** Unique in the product. */
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly basis: readonly string[];
  /** When, as people write it (`readRecurs`); an office sets another from a day on, or stops it. */
  readonly when: string;
  /** Days before its day that it opens. */
  readonly lead: number;
  /** Rows of which each has the duty; absent = the office has it once. */
  readonly of?: {
    readonly register: string;
    has(row: KeptRow): boolean;
    /** Day it counts from; absent = the day the row was entered. */
    since?(row: KeptRow): Day | undefined;
    /** How often, where each row says so itself; undefined = not at all. */
    when?(row: KeptRow): string | undefined;
  };
  readonly does: DutyAct;
  /** What people of the demo office did of what it opened itself, week by week; undefined = nothing of this row that day. */
  readonly demo?: {
    readonly move: string;
    data(row: KeptRow, today: Day, nth: number): Answers | undefined;
  };
}

/** What an office sets to have a duty no more. */
export const STOPPED = '停办';
/** What stands where each row says itself how often. */
export const BY_ROW = '按各条规定';

type Given = Omit<Duty, 'kind' | 'lead' | 'does' | 'when'> & {
  readonly when?: string;
  readonly lead?: number;
} & (
    | {
        readonly does?: never;
        /** What the task says besides why it falls on its day: what is looked at, what is not written down. */
        readonly note?: string;
        /** The task is done only with its record attached. */
        readonly proven?: true;
      }
    | { readonly does: DutyAct; readonly note?: never; readonly proven?: never }
  );

/** Where a duty opens a task that says nothing else. */
const TASKS = 'duty-task';

/** Checks the shape and fills in what is not said: opened a week before, as a task of the office. */
export const defineDuty = ({ note, proven, ...given }: Given): Duty => {
  const when = given.when ?? BY_ROW;
  if (when !== BY_ROW && !readRecurs(when)) throw new Error(`${given.code}: nobody can read “${when}”`);
  return {
    lead: 7,
    ...given,
    does: given.does ?? {
      enter: TASKS,
      answers: ({ name, day, said }) => ({
        what: given.name,
        period: name,
        due: day,
        note: [note, said].filter(Boolean).join('；'),
        ...(proven ? { proven } : {}),
      }),
    },
    kind: 'duty',
    when,
  };
};

/** The figure by which an office sets when a duty is done. */
export const dutyPolicy = ({ code, name, when }: Duty): PolicyDef => ({
  key: `duty.${code}`,
  label: `${name}：何时办（或“${STOPPED}”）`,
  type: 'text',
  default: when,
  unconfirmed: true,
});

/** Whether an office may set a duty to it. */
export const isDutyRule = ({ when, of }: Duty, text: string): boolean =>
  text === STOPPED ||
  (of?.when !== undefined && when === BY_ROW && text === BY_ROW) ||
  readRecurs(text) !== undefined;

/** What a duty is judged by. */
export interface DutySetting {
  /** First day it counts from in this office. */
  readonly since: Day;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  /** What the office set, in force on a day. */
  ruleOn(day: Day): string;
}

/** Longest time that is caught up. */
const BACK = 366;
/** Longest time a holiday moves a day to before its period has begun. */
const AHEAD = 31;

/** Every occasion of a duty that should have opened by today, earliest first: those missed while nothing ran, too. */
export const occasionsDue = (duty: Duty, row: KeptRow | null, setting: DutySetting): readonly Occasion[] => {
  const { since, today, calendar, ruleOn } = setting;
  const entered = row ? (duty.of?.since?.(row) ?? dayInShanghai(row.enteredAt)) : since;
  const start = entered > since ? entered : since;
  const first = start > addDays(today, -BACK) ? start : addDays(today, -BACK);
  const through = addDays(today, duty.lead);
  // The rule of the last day of a period decides its day; stopped on that day, it does not fall due.
  const ruleFor = (day: Day): string | undefined => {
    const set = ruleOn(day);
    return set !== BY_ROW ? set : row ? duty.of?.when?.(row) : undefined;
  };
  const rules = new Set<string>();
  for (let day = first; day <= addDays(through, 366); day = addDays(day, day > through ? 31 : 1))
    rules.add(ruleFor(day) ?? STOPPED);
  return [...rules]
    .flatMap((text) => {
      const rule = readRecurs(text);
      return rule
        ? occurrences(rule, rule.by === 'days' ? start : first, addDays(through, AHEAD), calendar)
            .filter(({ day }) => day >= first && addDays(day, -duty.lead) <= today)
            .filter(({ until, day }) => ruleFor(until) === text && ruleOn(day) !== STOPPED)
        : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map((one) => ({ period: one.period, name: one.name, day: one.day, said: saidOf(one), of: '' }));
};

/** The next time a duty falls due, whether or not it is open by then; undefined = never, as it stands. */
export const nextOccasion = (duty: Duty, setting: DutySetting): Occasion | undefined =>
  occasionsDue({ ...duty, lead: 366 }, null, { ...setting, since: setting.today })[0];

const saidOf = ({ nominal, day, provisional }: Occurrence): string =>
  [
    ...(nominal === day ? [] : [`原定${nominal}逢休息日，${day < nominal ? '提前' : '顺延'}到${day}`]),
    ...(provisional ? ['节假日安排公布前暂定'] : []),
  ].join('；');
