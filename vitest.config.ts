import { defineConfig } from 'vitest/config';

const pure = ['kernel', 'services', 'papers', 'budget', 'contract'];

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
          testTimeout: 30_000,
        },
      })),
      {
        test: {
          name: 'web',
          include: ['packages/web/src/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          environment: 'node',
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'bench',
          include: ['bench/**/*.test.ts'],
          environment: 'node',
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
