import { type Keys, macOf } from '@zhitongche/core/server';
import { DOOR_PERIOD, DOOR_TAG } from '@zhitongche/register';

const sealOf = (
  keys: Pick<Keys, 'generation' | 'secret'>,
  office: string,
  door: string,
  period: number,
): string => macOf(keys, 'door-code', [office, door, period]).slice(-64).slice(0, DOOR_TAG);

/** The seal a code of a door carries in a half minute. */
export const doorSeal = (keys: Keys, office: string, door: string, period: number): string =>
  sealOf(keys, office, door, period);

/** Whether a seal is a door's: under the master secret in force, or one that was when the code was shown. */
export const isDoorSeal = (
  keys: Keys,
  office: string,
  door: string,
  period: number,
  seal: string,
): boolean => {
  const at = new Date(period * DOOR_PERIOD * 1000).toISOString();
  return [keys, ...keys.generations.filter(({ ended }) => ended === null || at < ended.at)].some(
    (one) => sealOf(one, office, door, period) === seal,
  );
};
