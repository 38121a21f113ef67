import type { Db } from '@zhitongche/host';
import { keyChecks, keyInForce, keyOpens, type KeyRing, MasterMissing } from '@zhitongche/core/server';
import { nodeName } from './nodes.ts';

/** Channel on which processes are told that another field key or master secret is in force. */
export const KEY_CHANGED = 'zhitongche_key';

/**
 * Works with the master secret and the field key the database has in force from now on; a row that proves nothing puts no
 * key in force. Where the master secret in force is not among those given, the keys refuse every use.
 */
export async function takeKeyInForce(db: Db, keys: KeyRing): Promise<void> {
  const checks = await keyChecks(db.query);
  keys.learn(checks);
  if (keys.missing) throw new MasterMissing();
  keys.putInForce(keyInForce(checks.filter((check) => keyOpens(check, keys))));
}

/** Follows the keys in force for as long as the process runs, and says under which it works; gives the way to stop. */
export async function followKey(
  db: Db,
  keys: KeyRing,
  failed: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const again = (): Promise<void> => takeKeyInForce(db, keys).catch(failed);
  const stop = await db.listen(KEY_CHANGED, again, again, () => nodeName(keys));
  // After it listens: what was changed in between is not missed.
  await takeKeyInForce(db, keys);
  return stop;
}
