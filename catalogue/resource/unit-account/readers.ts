import type { RegisterKind } from '@zhitongche/register';

/** Units read of themselves, the office reads all, windows and city offices keep. */
export const readByUnits: Pick<RegisterKind, 'readers' | 'keepers'> = {
  readers: [
    { roles: ['filer', 'signer'], rows: 'reach' },
    {
      roles: ['handler', 'division-head', 'deputy-director', 'director', 'passport-officer'],
      rows: 'office',
    },
    { roles: ['city-leader'], rows: 'reach' },
  ],
  keepers: ['window', 'city-reviewer'],
};
