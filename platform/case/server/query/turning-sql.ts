import type { Turning } from '@zhitongche/case';

/** Placeholders of the days a turning is asked on, each given where one is needed. */
export interface TurningDays {
  readonly today: () => string;
  /** Sunday of the week. */
  readonly sunday: () => string;
}

/** SQL that is true for the cases (alias `f`) whose clock comes to this: a case turns yellow on its day of reminder, and red after its last. */
export function turningSql(turning: Turning, { today, sunday }: TurningDays): string {
  switch (turning) {
    case 'overdue':
      return `f.due < ${today()}::date`;
    case 'due-today':
      return `f.due = ${today()}::date`;
    case 'due-week':
      return `(f.due > ${today()}::date and f.due <= ${sunday()}::date)`;
    // A clock that stands still reminds of nothing.
    case 'yellow-today':
      return `(f.due is not null and f.remind_on = ${today()}::date)`;
    case 'yellow-week':
      return `(f.due is not null and f.remind_on > ${today()}::date and f.remind_on <= ${sunday()}::date)`;
    default:
      return turning satisfies never;
  }
}

/** SQL that is true for the cases (alias `f`) an organisation has an open seat in; `org` = a placeholder, null = where no organisation has one. */
export const turnAtSql = (org: string | null): string =>
  org === null
    ? `(select true from task ta where ta.office = f.office and ta.case_id = f.id and ta.status = 'open' and ta.ready
         and ta.org is not null limit 1) is null`
    : `(select true from task ta where ta.office = f.office and ta.case_id = f.id and ta.status = 'open' and ta.ready
         and ta.org = ${org}::uuid limit 1)`;
