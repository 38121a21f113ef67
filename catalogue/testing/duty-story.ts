import { addDays, CHINA_COVERS, CHINA_EXCEPTIONS, type Day, makeCalendar } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { type Duty, type Occasion, occasionsDue } from '@zhitongche/register';

/** What a duty opened: on which day, for what, and the answers of the row it enters. */
export interface Opened extends Occasion {
  readonly on: Day;
  readonly answers: Answers;
}

/** What a duty the office has once opens while somebody looks every day: by its own rule, or by those an office sets from a day on. */
export function openedBy(
  duty: Duty,
  span: { readonly from: Day; readonly until: Day },
  set: readonly (readonly [from: Day, rule: string])[] = [],
): readonly Opened[] {
  const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);
  const ruleOn = (day: Day) => set.findLast(([from]) => from <= day)?.[1] ?? duty.when;
  const opened = new Map<string, Opened>();
  for (let on = span.from; on <= span.until; on = addDays(on, 1))
    for (const one of occasionsDue(duty, null, { since: span.from, today: on, calendar, ruleOn }))
      if (!opened.has(one.period))
        opened.set(one.period, {
          ...one,
          on,
          answers: 'enter' in duty.does ? duty.does.answers(one, null) : {},
        });
  return [...opened.values()];
}
