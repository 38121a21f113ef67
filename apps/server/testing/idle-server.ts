import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that answers and does nothing else: how late it is, is the machine's doing. */
export interface IdleServer {
  readonly address: string;
  stop(): void;
}

const PROGRAM = `
const server = require('node:http').createServer((_, reply) => reply.end('{}'));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** Starts it; whatever path is asked for, the answer is the same. */
export async function idleServer(): Promise<IdleServer> {
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  const [first] = await once(child.stdout, 'data');
  return { address: `http://127.0.0.1:${Number(String(first))}`, stop: () => void child.kill('SIGKILL') };
}
