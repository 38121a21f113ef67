// Runs one measurement; its last output is one JSON object: `npm run bench -- <name> [arguments]`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { tool } from './lib/run.mjs';

const [name, ...rest] = process.argv.slice(2);
const known = readdirSync(join(root, 'bench'))
  .filter((file) => /^[a-z-]+\.ts$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3));
const file = `bench/${name}.ts`;
if (!name || !known.includes(name) || !existsSync(join(root, file))) {
  console.error(`用法：npm run bench -- <名称>\n可用：${known.join('、') || '（尚无）'}`);
  process.exit(1);
}
process.exit(await tool('tsx', [file, ...rest]));
