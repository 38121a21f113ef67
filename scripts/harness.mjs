// Runs one harness of reliability; its last output is one JSON object, 1 = something was lost: `npm run test:crash -- --times 200`.
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeBundle } from './lib/build-server.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const OUT = 'dist/harness';
await build({
  entryPoints: [
    { in: join(root, 'bench/harness.ts'), out: 'run' },
    // The process that is killed.
    { in: join(root, 'packages/server/src/testing/nodes/serve.ts'), out: 'serve' },
  ],
  ...nodeBundle(OUT),
});
process.exit(await run(process.execPath, [join(root, OUT, 'run.mjs'), ...process.argv.slice(2)]));
