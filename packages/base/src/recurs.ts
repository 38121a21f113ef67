import { isCovered, type WorkCalendar } from './calendar.ts';
import { addDays, addMonths, type Day, daysBetween, isDay, weekday } from './day.ts';

/** What happens to a day that is none to work on. */
export type Holiday = 'before' | 'after' | 'stays';

type Span = 'week' | 'month' | 'quarter' | 'half' | 'year';

/** Which day of a period. */
type Pick =
  | { readonly at: 'weekday'; readonly n: number }
  | { readonly at: 'last' | 'last-working' }
  | { readonly at: 'working'; readonly n: number }
  /** A date: in which month of the period, from 0. */
  | { readonly at: 'date'; readonly month: number; readonly n: number };

/** How something recurs, as {@link readRecurs} reads it. */
export type Recurs =
  | { readonly by: 'period'; readonly span: Span; readonly pick: Pick; readonly holiday: Holiday }
  /** Every so many days from the beginning, or once after them. */
  | {
      readonly by: 'days';
      readonly n: number;
      readonly working: boolean;
      readonly once: boolean;
      readonly holiday: Holiday;
    };

/** One time that something recurs. */
export interface Occurrence {
  /** Names the period and no other: `2026-11`, `2026-Q4`, `2026-W-11-30`. */
  readonly period: string;
  /** As people say it: 2026年11月. */
  readonly name: string;
  /** First and last day of the period. */
  readonly from: Day;
  readonly until: Day;
  /** The day by the rule, and the one it falls on. */
  readonly nominal: Day;
  readonly day: Day;
  /** The notice of holidays for that time is not loaded yet. */
  readonly provisional: boolean;
}

const MONTHS: Readonly<Record<Exclude<Span, 'week'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const SPANS: Readonly<Record<string, Exclude<Span, 'week'>>> = {
  月: 'month',
  季度: 'quarter',
  半年: 'half',
  年: 'year',
};
const WEEKDAYS = '一二三四五六日';
const HOLIDAYS: Readonly<Record<string, Holiday>> = { 提前: 'before', 顺延: 'after' };

/** How rules are written, for whoever writes one. */
export const RECURS_WORDS =
  '每周五、每周最后一个工作日、每月25日、每月最后一个工作日、每月第3个工作日、每季度末月25日、每年12月25日前、每30天、15天后、5个工作日后；后面可加“，遇假提前”或“，遇假顺延”';

/** Reads a rule as people write it; undefined = it is none. */
export function readRecurs(text: string): Recurs | undefined {
  const [, rule = '', moved] = /^(.+?)(?:[，,]\s*遇假(提前|顺延))?$/.exec(text.trim()) ?? [];
  const holiday = HOLIDAYS[moved ?? ''] ?? 'stays';
  const days = /^每(\d{1,3})天$|^(\d{1,3})(天|个工作日)后$/.exec(rule);
  if (days) {
    const [, every, once, unit] = days;
    const n = Number(every ?? once);
    return n > 0
      ? { by: 'days', n, working: unit === '个工作日', once: once !== undefined, holiday }
      : undefined;
  }
  const found = periodRule(rule);
  return found && { by: 'period', ...found, holiday };
}

function periodRule(rule: string): { readonly span: Span; readonly pick: Pick } | undefined {
  const onWeekday = /^每周([一二三四五六日])$/.exec(rule)?.[1];
  if (onWeekday) return { span: 'week', pick: { at: 'weekday', n: WEEKDAYS.indexOf(onWeekday) + 1 } };
  if (rule === '每周最后一个工作日') return { span: 'week', pick: { at: 'last-working' } };
  const last = /^每(月|季度|半年|年)最后一(天|日|个工作日)$/.exec(rule);
  const span = SPANS[last?.[1] ?? ''];
  if (span) return { span, pick: { at: last?.[2] === '个工作日' ? 'last-working' : 'last' } };
  const nth = /^每(月|季度|半年|年)第(\d{1,2})个工作日$/.exec(rule);
  const nthOf = SPANS[nth?.[1] ?? ''];
  if (nthOf && Number(nth?.[2]) > 0) return { span: nthOf, pick: { at: 'working', n: Number(nth?.[2]) } };
  return dated(rule);
}

const dated = (rule: string): { readonly span: Span; readonly pick: Pick } | undefined => {
  const [, monthly, which, quarterly, month, yearly] =
    /^每(?:月(\d{1,2})日|季度([首末])月(\d{1,2})日|年(\d{1,2})月(\d{1,2})日)前?$/.exec(rule) ?? [];
  const on = (n: string | undefined, span: Span, at: number) =>
    Number(n) >= 1 && Number(n) <= 31 && at >= 0 && at < 12
      ? { span, pick: { at: 'date' as const, month: at, n: Number(n) } }
      : undefined;
  if (monthly) return on(monthly, 'month', 0);
  if (quarterly) return on(quarterly, 'quarter', which === '末' ? 2 : 0);
  // A leap day stands for the last of February in other years.
  return yearly && isDay(`2024-${pad(Number(month))}-${pad(Number(yearly))}`)
    ? on(yearly, 'year', Number(month) - 1)
    : undefined;
};

const pad = (n: number): string => String(n).padStart(2, '0');

/** A guard against a beginning nobody meant: no list is longer. */
const MOST = 2_000;

/** Every time it recurs from a day on, until a day: those whose day is not before the first and whose period has begun by the last. */
export function occurrences(
  rule: Recurs,
  start: Day,
  until: Day,
  calendar: WorkCalendar,
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  if (rule.by === 'days') {
    for (let k = 1; k <= (rule.once ? 1 : MOST); k += 1) {
      const nominal = rule.working ? workingAfter(calendar, start, rule.n * k) : addDays(start, rule.n * k);
      if (nominal > addDays(until, 366)) break;
      found.push(
        moved(
          rule,
          { period: `${start}+${k}`, name: said(nominal), from: start, until: nominal },
          nominal,
          calendar,
        ),
      );
    }
    return found;
  }
  for (
    let from = beginOf(rule.span, start);
    from <= until && found.length < MOST;
    from = nextOf(rule.span, from)
  ) {
    const last = addDays(nextOf(rule.span, from), -1);
    const one = moved(
      rule,
      { period: keyOf(rule.span, from), name: nameOf(rule.span, from), from, until: last },
      pickOf(rule.pick, from, last, calendar),
      calendar,
    );
    if (one.day >= start) found.push(one);
  }
  return found;
}

const said = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function moved({ holiday }: Recurs, period: Pick4, nominal: Day, calendar: WorkCalendar): Occurrence {
  let day = nominal;
  if (holiday !== 'stays')
    while (!calendar.isWorkingDay(day)) day = addDays(day, holiday === 'before' ? -1 : 1);
  return { ...period, nominal, day, provisional: !isCovered(calendar, day < nominal ? day : nominal, day) };
}
type Pick4 = { readonly period: string; readonly name: string; readonly from: Day; readonly until: Day };

const beginOf = (span: Span, day: Day): Day => {
  if (span === 'week') return addDays(day, 1 - weekday(day));
  const month = Number(day.slice(5, 7)) - 1;
  return `${day.slice(0, 4)}-${pad(month - (month % MONTHS[span]) + 1)}-01`;
};

const nextOf = (span: Span, from: Day): Day =>
  span === 'week' ? addDays(from, 7) : addMonths(from, MONTHS[span]);

const keyOf = (span: Span, from: Day): string => {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (span === 'week') return `${year}-W${from.slice(4)}`;
  if (span === 'month') return from.slice(0, 7);
  if (span === 'year') return year;
  return `${year}-${span === 'quarter' ? 'Q' : 'H'}${Math.ceil(month / MONTHS[span])}`;
};

const nameOf = (span: Span, from: Day): string => {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (span === 'week') return `${said(from)}当周`;
  if (span === 'month') return `${year}年${month}月`;
  if (span === 'year') return `${year}年`;
  return span === 'quarter'
    ? `${year}年第${'一二三四'.charAt(Math.ceil(month / 3) - 1)}季度`
    : `${year}年${month < 7 ? '上' : '下'}半年`;
};

/** The day of a period; a date past the end of its month, or one working day too many, is the last. */
function pickOf(pick: Pick, from: Day, until: Day, calendar: WorkCalendar): Day {
  switch (pick.at) {
    case 'weekday':
      return addDays(from, pick.n - 1);
    case 'last':
      return until;
    case 'last-working':
      return workingBefore(calendar, until, from);
    case 'working': {
      let left = pick.n;
      for (let day = from; day <= until; day = addDays(day, 1))
        if (calendar.isWorkingDay(day) && --left === 0) return day;
      return workingBefore(calendar, until, from);
    }
    case 'date': {
      const month = addMonths(from, pick.month);
      const last = addDays(addMonths(month, 1), -1);
      return addDays(month, Math.min(pick.n - 1, daysBetween(month, last)));
    }
  }
}

/** The last working day up to one; a week without any ends on its last day. */
const workingBefore = (calendar: WorkCalendar, until: Day, from: Day): Day => {
  for (let day = until; day >= from; day = addDays(day, -1)) if (calendar.isWorkingDay(day)) return day;
  return until;
};

const workingAfter = (calendar: WorkCalendar, start: Day, n: number): Day => {
  let day = start;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
};
