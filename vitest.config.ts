import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Stories of a folder of the catalogue over a real office and its database. */
const OFFICE = 'catalogue/**/*.office.test.ts';

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

/** Files that take longest, longest first; every `npm test` prints the ten slowest at its end. */
const SLOW = [
  'apps/server/testing/failover/failover.test.ts',
  'e2e/trip.story.test.ts',
  'e2e/trip-after.story.test.ts',
  'e2e/pages-hall.test.ts',
  'e2e/pages-desk.test.ts',
  'platform/budget/model/read/damage.test.ts',
  'apps/server/testing/upgrade/upgrade.test.ts',
  'apps/server/src/first-run/demo.test.ts',
  'e2e/budget-preparation.story.test.ts',
  'e2e/pages-admin.test.ts',
  'apps/server/testing/crash/crash.test.ts',
  'apps/server/testing/nodes/nodes.test.ts',
  'platform/budget/model/write/round-trip.test.ts',
  'platform/budget/server/budget.test.ts',
  'e2e/bad-input.story.test.ts',
  'platform/backup/server/backup.test.ts',
  'platform/budget/model/read/other-engines.test.ts',
  'e2e/budget.story.test.ts',
  'apps/server/src/http/hostile-requests.test.ts',
  'apps/server/testing/hostile/fuzz.test.ts',
  'apps/server/testing/pitr/pitr.test.ts',
  'e2e/generator/starts.test.ts',
  'e2e/admin.story.test.ts',
  'platform/backup/server/console.test.ts',
  'packages/typeset/src/typeset/sheets.test.ts',
  'bench/nation.test.ts',
  'catalogue/new-service.test.ts',
];

/** Long files first, whatever their project: one that begins last would keep one core busy and the other waiting. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((path) => moduleId.endsWith(`/${path}`));
      return at < 0 ? SLOW.length : at;
    };
    // Those of the same place stay together by project, so that a worker takes the next of its own.
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** One project per kind of room; `npm test -- <folder>` runs what belongs to one folder. */
export default defineConfig({
  test: {
    // Two workers: the smallest machine we promise to run on has two cores, and PostgreSQL wants its share.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default'],
    projects: [
      ...Object.entries(pure).map(([name, include]) => ({
        test: {
          name,
          include,
          exclude: [OFFICE],
          environment: 'node',
          // Pure modules hold nothing a test could change: files of one worker share them instead of reading them anew.
          isolate: false,
          setupFiles,
          // A property of some seconds, on a machine that does ten other things.
          testTimeout: 120_000,
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
          include: ['{platform/*/server,apps/server}/**/*.test.ts', OFFICE],
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
          name: 'generator',
          include: ['e2e/generator/**/*.test.ts'],
          environment: 'node',
          setupFiles,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/*.test.ts'],
          globalSetup: ['e2e/harness/setup.ts'],
          environment: 'node',
          setupFiles,
          testTimeout: 90_000,
          hookTimeout: 120_000,
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
