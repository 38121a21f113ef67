import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programIn } from './old-program.ts';

/** A server process of a harness. */
export interface Node {
  readonly address: string;
  readonly pid: number;
  /** Everything it wrote, for the report of a failure. */
  said(): string;
  /** Resolves with the exit code when the process is gone; null after a signal. */
  readonly gone: Promise<number | null>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

// Beside the harness when that is bundled; a test makes the bundle first.
const beside = join(import.meta.dirname, 'serve.mjs');
const bundled = async (): Promise<string> => {
  if (existsSync(beside)) return beside;
  const { buildProgram } = await import('../../../../scripts/lib/build-program.mjs');
  return await buildProgram('serve', 'apps/server/testing/nodes/serve.ts');
};

/** Starts a server process with an environment of settings and waits until its door answers; `tree` holds another version of the sources. */
export async function startNode(
  settings: Readonly<Record<string, string>>,
  port: number,
  tree?: string,
): Promise<Node> {
  const program = await bundled();
  const args = tree ? ['--import', 'tsx', programIn(tree)] : ['--enable-source-maps', program];
  const child = spawn(process.execPath, args, {
    cwd: tree ?? dirname(program),
    // A harness is one machine: its clients say which address they stand for, as a proxy would.
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LOG_LEVEL: 'error',
      ZHITONGCHE_PROXIES: '127.0.0.1',
      ...settings,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const hear = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  // No server outlives the run that started it.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void gone.then(() => process.off('exit', end));
  const address = `http://127.0.0.1:${port}`;
  await answering(address, child, () => text);
  return {
    address,
    pid: child.pid ?? 0,
    said: () => text,
    gone,
    kill(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

async function answering(address: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (child.exitCode !== null) break;
    const answered = await fetch(`${address}/api/branding`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (answered) return;
    await pause(50);
  }
  child.kill('SIGKILL');
  throw new Error(`A server process did not start: ${said()}`);
}

/** A port nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
