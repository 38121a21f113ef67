// Server and browser files, both rebuilt as sources change: `npm run dev`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { demandNode, ensureInstalled } from './lib/install.mjs';

demandNode();
ensureInstalled();
const { freePort } = await import('./lib/free-port.mjs');
const { root } = await import('./lib/root.mjs');

const api = await freePort(Number(process.env.PORT ?? 3000), '127.0.0.1');
const web = await freePort(5173, '127.0.0.1');
const children = [
  spawn(
    process.execPath,
    [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      'watch',
      'apps/server/src/main.ts',
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit', env: { LOG_LEVEL: 'warn', ...process.env, PORT: String(api) } },
  ),
  spawn(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      '--port',
      String(web),
      '--strictPort',
      '--configLoader',
      'runner',
    ],
    {
      cwd: join(root, 'apps/web'),
      stdio: 'inherit',
      env: { ...process.env, ZHITONGCHE_API: `http://127.0.0.1:${api}` },
    },
  ),
];
console.log(`界面（随改随新）：http://127.0.0.1:${web}　接口：http://127.0.0.1:${api}`);
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of children) child.on('exit', stop);
