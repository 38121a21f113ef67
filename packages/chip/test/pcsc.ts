/** Debian's PC/SC daemon with a virtual reader: programs that use smart cards meet our book as a card. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { fromHex, toHex } from '../src/bytes.ts';
import type { Transport } from '../src/reader/dialogue.ts';

const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';

/** A daemon with one virtual reader. */
export interface PcscDaemon {
  /** Where a card dials the reader. */
  readonly port: number;
  /** What the daemon said, for whoever looks for a fault. */
  said(): string;
  end(): Promise<void>;
}

/** A port nobody listens on, whose follower is free as well: the reader has two slots. */
async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      }),
    );
    await new Promise((resolve) => server.close(resolve));
    if (port < 0xfff0) return port;
  }
}

/** Starts the daemon; throws where it is not installed, or another one runs. */
export async function startPcsc(): Promise<PcscDaemon> {
  if (!existsSync(DRIVER))
    throw new Error('The driver is missing: install the Debian package vsmartcard-vpcd');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'pcsc-'));
  const reader = [
    'FRIENDLYNAME "Virtual book"',
    `DEVICENAME /dev/null:0x${port.toString(16)}`,
    `LIBPATH ${DRIVER}`,
    `CHANNELID 0x${port.toString(16)}`,
  ];
  writeFileSync(join(folder, 'reader.conf'), `${reader.join('\n')}\n`);
  const daemon = spawn('pcscd', ['--foreground', '--config', join(folder, 'reader.conf')]);
  let output = '';
  const hear = (piece: Buffer) => {
    output += piece.toString();
  };
  daemon.stdout.on('data', hear);
  daemon.stderr.on('data', hear);
  const over = new Promise<void>((resolve) => {
    daemon.once('exit', () => resolve());
    daemon.once('error', (error) => {
      output += String(error);
      resolve();
    });
  });
  return {
    port,
    said: () => output,
    async end() {
      daemon.kill('SIGTERM');
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A reader through the daemon: every command goes through Debian's `scriptor`, one line each way. */
export function pcscReader(): { readonly transmit: Transport; end(): void } {
  const tool = spawn('scriptor', ['-u'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: tool.stdout })[Symbol.asyncIterator]();
  return {
    async transmit(command) {
      tool.stdin.write(`${toHex(command)}\n`);
      let answer = '';
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error('The reader is gone');
        if (value.startsWith('< ')) answer = value.slice(2);
        else if (answer) answer += value;
        // Behind the status the tool says in words what it means.
        const end = answer.indexOf(' : ');
        if (end > 0) return fromHex(answer.slice(0, end));
      }
    },
    end: () => tool.kill(),
  };
}

/** What Debian's card tool prints; rejects with its words where it fails. Our card answers meanwhile, so nothing may wait. */
export const opensc = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)('opensc-tool', [...args], { timeout: 30_000 })).stdout;
