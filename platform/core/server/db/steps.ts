import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sm3Hex } from '@zhitongche/formats';

/** One migration file. */
export interface Step {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
  /** Its statements, when the file begins with `-- beside the traffic` and runs outside of a transaction. */
  readonly beside: readonly string[] | null;
}

/** Every migration, in order. */
export async function readSteps(): Promise<readonly Step[]> {
  // Beside the sources, or beside the bundle when built.
  const dir = ['../../migrations/', './migrations/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync);
  if (!dir) throw new Error('The migration files are missing from this installation');
  const names = (await readdir(dir)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const steps = await Promise.all(
    names.map(async (name) => toStep(name, await readFile(`${dir}/${name}`, 'utf8'))),
  );
  const twice = steps.find((step, index) => steps[index - 1]?.number === step.number);
  if (twice) throw new Error(`Two migrations carry the number ${twice.number}`);
  return steps;
}

let expected: Promise<number> | undefined;

/** Number of the newest step this program knows; read once. */
export const expectedStep = (): Promise<number> => {
  expected ??= readSteps().then((steps) => steps.at(-1)?.number ?? 0);
  return expected;
};

/** A migration from its file. */
export const toStep = (name: string, sql: string): Step => ({
  number: Number(name.slice(0, 4)),
  name,
  sql,
  digest: sm3Hex(sql),
  beside: sql.startsWith('-- beside the traffic\n') ? statementsOf(sql) : null,
});

/** The statements of a file without its comments; bodies between dollar signs stay whole. */
export const statementsOf = (sql: string): readonly string[] =>
  (sql.replaceAll(/--[^\n]*/g, '').match(/(?:\$\$[\s\S]*?\$\$|'[^']*'|[^;])+/g) ?? [])
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
