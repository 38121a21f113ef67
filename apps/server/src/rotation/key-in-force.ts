import type { Db } from '@zhitongche/host';
import { keyChecks, keyInForce, keyOpens, type KeyRing } from '@zhitongche/core/server';

/** Channel on which processes are told that another field key is in force. */
export const KEY_CHANGED = 'zhitongche_key';

/** Seals with the key the database has in force from now on; a row that proves nothing puts no key in force. */
export async function takeKeyInForce(db: Db, keys: KeyRing): Promise<void> {
  keys.putInForce(keyInForce((await keyChecks(db.query)).filter((check) => keyOpens(check, keys))));
}

/** Follows the key in force for as long as the process runs; gives the way to stop. */
export async function followKey(
  db: Db,
  keys: KeyRing,
  failed: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const again = (): void => void takeKeyInForce(db, keys).catch(failed);
  const stop = await db.listen(KEY_CHANGED, again, again);
  // After it listens: what was changed in between is not missed.
  await takeKeyInForce(db, keys);
  return stop;
}
