// Runs one measurement; its last output is one JSON object: `npm run bench -- <name> [arguments]`.
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeBundle, threads } from './lib/build-server.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const OUT = 'dist/bench';
// Measured as it is deployed: bundled, without a translator in the process.
await build({
  entryPoints: [{ in: join(root, 'bench/run.ts'), out: 'run' }, ...threads],
  ...nodeBundle(OUT),
});
process.exit(await run(process.execPath, [join(root, OUT, 'run.mjs'), ...process.argv.slice(2)]));
