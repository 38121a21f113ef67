import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const pure = ['kernel', 'services', 'papers', 'budget', 'contract'];

// Property tests of one run draw from one seed; handed to the workers, and taken from whoever plays a run again.
const seed = (process.env['SEED'] ??= String(randomInt(2 ** 31)));
process.stderr.write(`seed ${seed} (SEED=${seed} npx vitest run … plays it again)\n`);
const setupFiles = [join(import.meta.dirname, 'scripts/lib/property-seed.mjs')];

/** One project per room, so that `npx vitest run --project kernel` runs a room alone. */
export default defineConfig({
  test: {
    // Two workers: the smallest machine we promise to run on has two cores, and PostgreSQL wants its share.
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      ...pure.map((name) => ({
        test: {
          name,
          include: [`packages/${name}/src/**/*.test.ts`],
          environment: 'node',
          setupFiles,
          testTimeout: 30_000,
          // Beside other load a file that writes and reads whole documents first takes more than the usual ten seconds.
          hookTimeout: 120_000,
        },
      })),
      {
        // A build hands the browser the contract as plain data; here nothing is built.
        resolve: {
          alias: {
            'virtual:contract-routes': join(import.meta.dirname, 'packages/web/src/build/slim-routes.ts'),
          },
        },
        test: {
          name: 'web',
          include: ['packages/web/src/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles,
          testTimeout: 30_000,
          // Beside other load a file that writes and reads whole documents first takes more than the usual ten seconds.
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          environment: 'node',
          setupFiles,
          testTimeout: 60_000,
          // The first file starts a real PostgreSQL; on a cold disk that alone takes seconds.
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'offices',
          include: ['offices/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          environment: 'node',
          setupFiles,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'bench',
          include: ['bench/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/harness/setup.ts'],
          environment: 'node',
          setupFiles,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // Stories share one office and its clock.
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts', 'offices/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
    },
  },
});
