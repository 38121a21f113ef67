import { projectCheckCharacter } from '@zhitongche/budget';

const coded = (first20: string): string => `${first20}${projectCheckCharacter(first20) ?? ''}`;

/** Projects of the invented province, under codes that check. */
export const PROJECTS = {
  trips: coded('99000026P00A00110001'),
  visitors: coded('99000026P00A00110002'),
  network: coded('99000026P00A00210001'),
  passports: coded('99000026P00A00310001'),
} as const;
