/** Values of the standards, as they stand in the files beside. */
import { readFileSync } from 'node:fs';

/** One worked example by its name in the file. */
export type Vector = Readonly<Record<string, string>>;

/** The cases of a file of vectors by their names. */
export function vectors(name: 'bac' | 'pace' | 'lds'): ReadonlyMap<string, Vector> {
  const url = new URL(`../vectors/${name}.json`, import.meta.url);
  const { cases }: { readonly cases: readonly (Vector & { readonly id: string })[] } = JSON.parse(
    readFileSync(url, 'utf8'),
  );
  return new Map(cases.map((one) => [one.id, one]));
}

/** One case of a file; throws where there is none. */
export function vector(name: 'bac' | 'pace' | 'lds', id: string): Vector {
  const found = vectors(name).get(id);
  if (!found) throw new Error(`No vector ${id}`);
  return found;
}
