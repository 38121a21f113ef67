import type { Role } from '@zhitongche/access';
import type { Reader } from '@zhitongche/register';

/** The provincial desk from window to director: who decides or watches what the whole office keeps. */
const DESK = [
  'window',
  'handler',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
] as const satisfies readonly Role[];

/** The desk with the officers beside it, who book what everybody books. */
export const WHOLE_OFFICE = [
  ...DESK,
  'passport-officer',
  'finance-officer',
] as const satisfies readonly Role[];

const CITY: Reader = { roles: ['city-reviewer', 'city-leader'], rows: 'reach' };

/** The desk and its finance officer see every row, a city office its own. */
export const DESK_AND_CITIES: readonly Reader[] = [
  { roles: [...DESK, 'finance-officer'], rows: 'office' },
  CITY,
];

/** The whole office sees every row, a city office its own. */
export const OFFICE_AND_CITIES: readonly Reader[] = [{ roles: WHOLE_OFFICE, rows: 'office' }, CITY];
