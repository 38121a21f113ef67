import { organisationCheck, usccCheck } from '@zhitongche/base';

/** A code of no unit, sound by both its check characters: invented for the demo office, by number. */
export const inventedCode = (n: number, enterprise: boolean): string => {
  const eight = `DEM${String(n).padStart(5, '0')}`;
  const body = `${enterprise ? '91' : '11'}990000${eight}${organisationCheck(eight)}`;
  return body + usccCheck(body);
};
