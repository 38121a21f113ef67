import type { RegisterKind } from '@zhitongche/register';

/** Who keeps what the office holds, and who of the office looks on. */
export const desks: Pick<RegisterKind, 'readers' | 'keepers'> = {
  readers: [{ roles: ['window', 'handler', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['passport-officer', 'city-reviewer'],
};
