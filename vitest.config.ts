import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Rooms whose tests need neither a database nor a browser. */
const pure = {
  packages: ['packages/*/src/**/*.test.ts'],
  models: ['platform/*/model/**/*.test.ts'],
  catalogue: ['catalogue/**/*.test.ts'],
};

// Property tests of one run draw from one seed; handed to the workers, and taken from whoever plays a run again.
const seed = (process.env['SEED'] ??= String(randomInt(2 ** 31)));
process.stderr.write(`seed ${seed} (SEED=${seed} npx vitest run … plays it again)\n`);
const setupFiles = [join(import.meta.dirname, 'scripts/lib/property-seed.mjs')];

/** One project per kind of room; `npm test -- <folder>` runs what belongs to one folder. */
export default defineConfig({
  test: {
    // Two workers: the smallest machine we promise to run on has two cores, and PostgreSQL wants its share.
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      ...Object.entries(pure).map(([name, include]) => ({
        test: {
          name,
          include,
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
            'virtual:contract-routes': join(import.meta.dirname, 'apps/web/src/build/slim-routes.ts'),
          },
        },
        test: {
          name: 'web',
          include: ['{platform/*/web,apps/web/src}/**/*.test.{ts,tsx}'],
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
          include: ['{platform/*/server,apps/server}/**/*.test.ts'],
          globalSetup: ['apps/server/testing/cluster.ts'],
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
          globalSetup: ['apps/server/testing/cluster.ts'],
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
      include: ['{packages,platform,catalogue,apps}/**/*.ts', 'offices/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
    },
  },
});
