// Starts everything from a fresh clone: installs, builds what is stale, starts the server: `npm start`, `-- --empty` for a real office.
import { spawn } from 'node:child_process';
import { demandNode, ensureInstalled } from './lib/install.mjs';

demandNode();
ensureInstalled();
const { buildWeb } = await import('./lib/build-web.mjs');
const { buildServer } = await import('./lib/build-server.mjs');
const { freePort, isFree } = await import('./lib/free-port.mjs');
const { root } = await import('./lib/root.mjs');

const host = process.env.HOST ?? '127.0.0.1';
let port = process.env.PORT;
if (port !== undefined) {
  if (port !== '0' && !(await isFree(Number(port), host))) {
    console.error(`端口 ${port} 已被占用。请关闭占用它的程序，或不设 PORT 由系统选择。`);
    process.exit(1);
  }
} else {
  const free = await freePort(3000, host);
  if (free === undefined) {
    console.error('3000 至 3019 端口都被占用，请用环境变量 PORT 指定一个空闲端口。');
    process.exit(1);
  }
  port = String(free);
}

try {
  await buildWeb();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const program = await buildServer();
const server = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { LOG_LEVEL: 'warn', ...process.env, HOST: host, PORT: port },
});
// The terminal already sends Ctrl-C to both; this one must only outlive its child.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  });
server.on('exit', (code) => process.exit(code ?? 1));
