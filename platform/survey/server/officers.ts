import type { Role } from '@zhitongche/access';
import type { OfficeActor } from '@zhitongche/core/server';
import { readsVoices } from '@zhitongche/measure/server';
import { noSurvey } from './refusals.ts';

/** Who opens surveys, hands out codes, types in sheets and sets up windows. */
const OPENERS: readonly Role[] = [
  'window',
  'handler',
  'division-head',
  'passport-officer',
  'deputy-director',
  'director',
];

/** Whether somebody opens surveys. */
export const opensSurveys = ({ grants }: Pick<OfficeActor, 'grants'>): boolean =>
  grants.some(({ role }) => OPENERS.includes(role));

/** Lets through whoever reads what people say; to everybody else no survey is there. */
export function readingVoices(actor: OfficeActor): OfficeActor {
  if (!readsVoices(actor)) throw noSurvey();
  return actor;
}

/** The same for whoever opens surveys. */
export function openingSurveys(actor: OfficeActor): OfficeActor {
  if (!opensSurveys(actor)) throw noSurvey();
  return actor;
}
