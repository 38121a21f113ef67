// Runs one harness of reliability; its last output is one JSON object, 1 = something was lost: `npm run test:crash -- --times 200`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeBundle, wholeBundle, threads } from './lib/build-server.mjs';
import { beforeNewestStep, oldTree } from './lib/old-tree.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const OUT = 'dist/harness';
rmSync(join(root, OUT), { recursive: true, force: true });
await build({
  entryPoints: [{ in: join(root, 'bench/harness.ts'), out: 'run' }, ...threads],
  ...nodeBundle(OUT),
});
// The process that is killed.
const serve = join(root, 'apps/server/testing/nodes/serve.ts');
await build({ entryPoints: [{ in: serve, out: 'serve' }], ...wholeBundle(OUT) });
const args = process.argv.slice(2);
let old = null;
if (args[0] === 'upgrade') {
  const given = args.indexOf('--from');
  const from = given < 0 ? beforeNewestStep() : args[given + 1];
  if (!from) {
    console.error('没有提交历史，无法取得上一版程序：请用 --from <提交> 指明，或取回完整历史。');
    process.exit(2);
  }
  old = oldTree(from);
  console.error(`old program: ${from}, newest migration ${old.schema}`);
  process.env.HARNESS_OLD = JSON.stringify(old);
}
const code = await run(process.execPath, [join(root, OUT, 'run.mjs'), ...args]);
if (old) rmSync(old.tree, { recursive: true, force: true });
process.exit(code);
