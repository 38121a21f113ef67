import type { RegisterKind } from '@zhitongche/register';

/** Who keeps the stickers, their deliveries and counts, and who only looks on. */
export const stockroom: Pick<RegisterKind, 'readers' | 'keepers'> = {
  readers: [
    { roles: ['window', 'division-head', 'deputy-director', 'director', 'finance-officer'], rows: 'office' },
  ],
  keepers: ['handler', 'passport-officer'],
};
