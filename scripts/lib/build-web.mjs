import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { tool } from './run.mjs';
import { readStamp, stampOf, writeStamp } from './stamp.mjs';

const OUT = 'apps/web/dist';
const SOURCES = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'packages',
  'platform',
  'catalogue',
  'package-lock.json',
];

/** Builds the browser files when a source has changed. */
export async function buildWeb({ force = false } = {}) {
  const stamp = stampOf(SOURCES);
  const built = existsSync(join(root, OUT, 'index.html'));
  if (!force && built && readStamp('dist/web.stamp') === stamp) return;
  console.log('正在构建界面……');
  // The contract is read as source while building, and the packages it uses are source as well.
  const code = await tool('vite', ['build', '--logLevel', 'error', '--configLoader', 'runner'], {
    cwd: join(root, 'apps/web'),
    // Under a test runner Vite would bundle the development halves of the libraries.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('界面构建失败，见上面的说明。');
  writeStamp('dist/web.stamp', stamp);
}
