import { createSocket } from 'node:dgram';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { describe } from '../describe-error.ts';
import type { Anchor, Anchors } from '../ports/anchors.ts';

/** Where anchors go. */
export interface AnchorSettings {
  /** Folder of the nodes' files; null = none are kept. */
  readonly folder: string | null;
  /** `https://…` (POST of the line) or `syslog://host:port` (UDP, RFC 5424); null = nowhere else. */
  readonly sendTo: string | null;
  readonly log: Logger;
}

/** Milliseconds another place may take; the next seal covers what it did not get. */
const PATIENCE = 5_000;

/** Keeps anchors in one append-only file per machine. */
export function makeAnchors({ folder, sendTo, log }: AnchorSettings): Anchors {
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    await work().catch((error: unknown) =>
      log.error({ to: what, error: describe(error) }, 'an audit seal was not anchored'),
    );
  };
  return {
    async keep(anchor) {
      const { kind, office, seq, digest } = anchor;
      log.info({ kind, office, seq, digest }, 'audit anchor');
      const line = JSON.stringify(anchor);
      if (folder !== null) await attempt('file', () => append(folder, line));
      if (sendTo !== null) await attempt('elsewhere', () => send(new URL(sendTo), line, anchor.at));
    },
    async read(files) {
      const own = folder === null ? [] : (await listed(folder)).map((name) => join(folder, name));
      const texts = await Promise.all([...own, ...files].map((path) => readFile(path, 'utf8')));
      return texts.flatMap((text) => text.split('\n').flatMap(anchorOf));
    },
  };
}

async function listed(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.jsonl')).toSorted();
}

async function append(folder: string, line: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, `${hostname()}.jsonl`), 'a', 0o600);
  try {
    await file.write(`${line}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function send(to: URL, line: string, at: string): Promise<void> {
  if (to.protocol === 'syslog:') {
    const socket = createSocket(to.hostname.includes(':') ? 'udp6' : 'udp4');
    // Facility 13 (log audit), severity 5 (notice).
    const message = `<109>1 ${at} ${hostname()} zhitongche - anchor - ${line}`;
    try {
      await new Promise<void>((done, failed) => {
        socket.once('error', failed);
        socket.send(message, Number(to.port || 514), to.hostname, (error) =>
          error ? failed(error) : done(),
        );
      });
    } finally {
      socket.close();
    }
    return;
  }
  const answer = await fetch(to, {
    method: 'POST',
    body: line,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`The anchor's receiver answered ${answer.status}`);
}

/** A line of a file; one that was torn by a power cut is passed over, the next seal covers it. */
function anchorOf(line: string): readonly Anchor[] {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return [];
  }
  if (typeof read !== 'object' || read === null) return [];
  const { kind, office, seq, digest, at }: Readonly<Record<string, unknown>> = { ...read };
  if ((kind !== 'seal' && kind !== 'ends' && kind !== 'adoption') || typeof seq !== 'number') return [];
  if (typeof office !== 'string' || typeof digest !== 'string' || typeof at !== 'string') return [];
  return [{ kind, office, seq, digest, at }];
}
