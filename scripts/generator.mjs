// Generates a service from each start into a copy of the checkout, builds it, files and decides a case in a browser, and
// writes how long that took: `npm run test:generator`. Part of `npm test` too, which writes nothing.
import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

process.env.MEASURED = join(root, 'docs/measured/generator.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
process.exit(await run(process.execPath, [vitest, 'run', '--project', 'generator']));
