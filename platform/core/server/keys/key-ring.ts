import type { FieldKey } from '@zhitongche/formats';
import { masterKeys } from './derive.ts';
import { generationOf, sealedUnder } from './field-key-id.ts';
import { type KeyCheck, keyOpens, olderMaster } from './key-check.ts';
import type { Generation, Keys } from './keys.ts';

/** The master secret in force is not among those this process was given: it must neither read nor write any more. */
export class MasterMissing extends Error {
  override readonly name = 'MasterMissing';

  constructor() {
    super('主密钥已更换，本节点没有新的主密钥：请设置新的 ZHITONGCHE_KEY（或 keys/master.key）后重新启动。');
  }
}

/** The keys of a process as whoever watches over them holds them. */
export interface KeyRing extends Keys {
  /** Seals with this field key from now on. */
  putInForce(id: string): void;
  /** Takes from the proofs of the database which master secret is in force and which were before it; false = none of those given opens them. */
  learn(checks: readonly KeyCheck[]): boolean;
  /** Whether the master secret in force is not among those given, since when every use of these keys fails. */
  readonly missing: boolean;
  /** What others may know of the master secrets this process has: enough to tell one from another. */
  readonly marks: readonly string[];
}

/** A master secret as others may know it. */
export const markOf = (keys: Pick<Generation, 'secret'>): string =>
  Buffer.from(keys.secret('mark')).toString('hex', 0, 8);

/**
 * The keys that master secrets give: the one in force and, where the office is about to change it or just did, another.
 * Until the database has told which is which, the first given is the first there was.
 * @throws MasterMissing.
 * @throws RangeError.
 */
export function deriveKeys(...masters: readonly [Uint8Array, ...Uint8Array[]]): KeyRing {
  let known: ReadonlyMap<number, Generation> = arranged(1, masters[0], [], masters);
  let current = known.get(1) as Generation;
  let field = current.digest;
  let missing = false;

  const inForce = (): Generation => {
    if (missing) throw new MasterMissing();
    return current;
  };
  return {
    get generation() {
      return inForce().generation;
    },
    get field() {
      inForce();
      return field;
    },
    get digest() {
      return inForce().digest;
    },
    get audit() {
      return inForce().audit;
    },
    get generations() {
      inForce();
      return [...known.values()].toSorted((one, other) => one.generation - other.generation);
    },
    get missing() {
      return missing;
    },
    get marks() {
      return masters.map((master) => markOf(masterKeys(master, 1)));
    },
    secret: (purpose) => inForce().secret(purpose),
    past(generation) {
      inForce();
      return known.get(generation);
    },
    fieldKeyOf: (id) => {
      inForce();
      const of = known.get(generationOf(id));
      return of?.ended ? undefined : of?.fieldKeyOf(id);
    },
    chainedKeyOf: (id) => known.get(generationOf(id))?.fieldKeyOf(id),
    putInForce(id) {
      const key: FieldKey | undefined = current.fieldKeyOf(id);
      if (!key) throw new RangeError(`${id} is not the id of a field key of the master secret in force`);
      field = key;
    },
    learn(checks) {
      // A database that has none yet contradicts nobody.
      if (checks.length === 0) return true;
      const found = newestOpened(checks, masters);
      if (found && found.generation >= current.generation) {
        const older = checks.flatMap((check) => olderMaster(check, found) ?? []);
        const fresh = arranged(found.generation, found.master, older, masters);
        // What ended stays ended, whatever the table says later.
        known = new Map(
          [...fresh].map(([n, of]) => [n, { ...of, ended: known.get(n)?.ended ?? of.ended }] as const),
        );
        if (found.generation > current.generation) field = found.digest;
        current = known.get(found.generation) as Generation;
        missing = false;
        return true;
      }
      missing = checks.some(({ sealed }) => generationOf(sealedUnder(sealed)) > current.generation);
      return false;
    },
  };
}

/** The newest generation one of these master secrets opens a proof of. */
function newestOpened(checks: readonly KeyCheck[], masters: readonly Uint8Array[]) {
  const generations = new Set(checks.map(({ sealed }) => generationOf(sealedUnder(sealed))));
  for (const generation of [...generations].toSorted((one, other) => other - one))
    for (const master of masters) {
      const keys = masterKeys(master, generation);
      if (generation > 0 && checks.some((check) => keyOpens(check, keys))) return keys;
    }
  return null;
}

/** Generations by number: the one in force, those before it, and after it the one given that is none of these. */
function arranged(
  generation: number,
  master: Uint8Array,
  older: readonly Generation[],
  masters: readonly Uint8Array[],
): ReadonlyMap<number, Generation> {
  const taken = [master, ...older.map((one) => one.master)];
  const next = masters.find((one) => !taken.some((other) => Buffer.from(other).equals(one)));
  const made = [
    ...older,
    { ...masterKeys(master, generation), ended: null },
    ...(next ? [{ ...masterKeys(next, generation + 1), ended: null }] : []),
  ];
  return new Map(made.map((one) => [one.generation, one]));
}
