import {
  type WorkCalendar,
  addDays,
  atOffice,
  beijing,
  dayInShanghai,
  plusOfficeHours,
} from '@zhitongche/base';
import type { TripPlan } from './plans.ts';
import type { Scripted } from './scene.ts';

/** Stages whose last act must be recent, so that their clocks look as an office's do on a working day. */
const ON_A_DESK = new Set([
  'unit-opinions',
  'unit-sign',
  'superior',
  'personnel-filing',
  'city-review',
  'city-leader',
  'window',
  'handler',
  'countersign',
  'division-head',
  'deputy',
  'director',
  'report-up',
  'issuing',
  'correcting',
  'withdrawn',
  'suspended',
]);

const GAP = { before: 3, office: 2.2 } as const;

/** When each act of a script happened, given the moment the demo starts; later acts never come earlier. */
export function timesOf(
  plan: TripPlan,
  script: readonly Scripted[],
  calendar: WorkCalendar,
  now: Date,
): readonly Date[] {
  const today = dayInShanghai(now.toISOString());
  const filed = plusOfficeHours(calendar, beijing(addDays(today, -plan.ago), 9), jitter(plan.key) * 4);
  const times = ON_A_DESK.has(plan.until)
    ? backwards(plan, script, calendar, filed, now)
    : forwards(plan, script, calendar, filed);
  // Whatever the calendar made of it, nothing lies in the future and nothing before its forerunner.
  let last = new Date(0);
  return times.map((at) => {
    const bounded = new Date(Math.max(Math.min(at.getTime(), now.getTime() - 1000), last.getTime()));
    last = bounded;
    return bounded;
  });
}

function forwards(
  plan: TripPlan,
  script: readonly Scripted[],
  calendar: WorkCalendar,
  filed: Date,
): readonly Date[] {
  let at = filed;
  let part: Scripted['part'] = 'before';
  return script.map((one, index) => {
    if (index === 0) return at;
    if (one.part === 'before' || one.part === 'office') at = plusOfficeHours(calendar, at, GAP[one.part]);
    else if (one.notBefore)
      at = later(at, atOffice(calendar, beijing(one.notBefore, 9 + jitter(plan.key + index) * 7)));
    else at = plusOfficeHours(calendar, at, one.part === part ? 3 : 40);
    part = one.part;
    return at;
  });
}

function backwards(
  plan: TripPlan,
  script: readonly Scripted[],
  calendar: WorkCalendar,
  filed: Date,
  now: Date,
): readonly Date[] {
  const since = plan.until === 'issuing' ? 0.1 : (plan.lies ?? 0) * 8 + 0.5 + jitter(plan.key) * 3;
  const end = plusOfficeHours(calendar, now, -since);
  const office = script.filter((one) => one.part === 'office').length;
  const accepted = plusOfficeHours(calendar, end, -Math.max(0, office - 1) * GAP.office);
  const before = script.length - office;
  const start = filed < accepted ? filed : plusOfficeHours(calendar, accepted, -2 * before);
  const span = accepted.getTime() - start.getTime();
  let inOffice = 0;
  return script.map((one, index) => {
    if (one.part === 'office') {
      inOffice += 1;
      return plusOfficeHours(calendar, end, -(office - inOffice) * GAP.office);
    }
    // Filing on its day; what follows is spread up to the acceptance, or to now while it is not yet accepted.
    const last = office > 0 ? before : before - 1;
    return atOffice(calendar, new Date(start.getTime() + (span * index) / Math.max(last, 1)));
  });
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** A fraction that is always the same for the same text. */
const jitter = (text: string): number =>
  ([...text].reduce((sum, letter, index) => (sum * 31 + letter.charCodeAt(0) * (index + 7)) % 997, 7) % 100) /
  100;
