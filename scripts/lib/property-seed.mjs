// Set-up of every test file: properties of a run draw from its one seed, and a failed one says how to play it again.
import { relative } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { root } from './root.mjs';

const seed = Number(process.env.SEED);

fc.configureGlobal({
  seed,
  reporter(out) {
    if (!out.failed) return;
    const { testPath = '' } = expect.getState();
    const again = `SEED=${out.seed} npx vitest run ${relative(root, testPath)}`;
    throw new Error(`${fc.defaultReportMessage(out)}\n\n重演 Play it again: ${again}`, {
      cause: out.errorInstance,
    });
  },
});
