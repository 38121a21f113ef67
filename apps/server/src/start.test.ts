import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@zhitongche/core/server';
import { startEmbedded } from '@zhitongche/host';
import { CannotStart, open, start } from './start.ts';

let dir: string;
const log = pino({ level: 'silent' });
const config = (more: Readonly<Record<string, string>> = {}) => {
  const read = readConfig({ ZHITONGCHE_DATA: dir, PORT: '0', LOG_LEVEL: 'silent', ...more }, '/');
  if (!read.ok) throw new Error(read.problems.join());
  return read.config;
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ztc-start-'));
  await chmod(dir, 0o711);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('the program on a bare machine', () => {
  it('brings its own PostgreSQL, answers, and leaves nothing running when it stops', async () => {
    const running = await start(config(), { log });
    const health = await fetch(`${running.address}/api/health`);
    expect(await health.json()).toMatchObject({ status: 'ok', database: true, papers: true });
    const [{ on } = { on: '' }] = await running.app.db.query<{ on: string }>(
      "select current_setting('fsync') as on",
    );
    expect(on).toBe('on');
    const [{ who } = { who: '' }] = await running.app.db.query<{ who: string }>(
      'select current_user::text as who',
    );
    expect(who).toBe('zhitongche_app');
    await running.stop();
    await expect(readdir(join(dir, 'postgres'))).resolves.not.toContain('postmaster.pid');
  });

  it('keeps the database in directories nobody else may enter, without a network port', async () => {
    for (const name of ['postgres', 'socket', 'keys'])
      expect((await stat(join(dir, name))).mode & 0o077).toBe(0);
    const opened = await open(config(), { log });
    const [{ addresses } = { addresses: 'x' }] = await opened.app.db.query<{ addresses: string }>(
      "select current_setting('listen_addresses') as addresses",
    );
    expect(addresses).toBe('');
    await opened.stop();
  });

  it('takes over a database a killed process left running, and the second of two leaves it to the first', async () => {
    const first = await startEmbedded({ dataDir: dir });
    const second = await open(config(), { log });
    // Still in use by the program: whoever started it may not stop it.
    await first.stop();
    expect(await second.app.db.query('select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(readdir(join(dir, 'postgres'))).resolves.not.toContain('postmaster.pid');
  });

  // Cause: only the last twelve lines of the log were searched for the reason, and what was left of the killed server
  // wrote more than that in the same moment; the start gave up instead of waiting for it to go.
  it('waits for what is left of a killed server, however much it still has to say', async () => {
    const killed = await startEmbedded({ dataDir: dir });
    const client = new pg.Client(killed.target);
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const left = rows[0]?.pid ?? 0;
    process.kill(left, 'SIGSTOP');
    process.kill(killed.pid, 'SIGKILL');
    const log = join(dir, 'postgres', 'server.log');
    const talk = setInterval(() => appendFileSync(log, 'DETAIL:  a long statement\n'.repeat(40)), 5);
    setTimeout(() => process.kill(left, 'SIGCONT'), 1_500);
    const again = await startEmbedded({ dataDir: dir }).finally(() => clearInterval(talk));
    expect(again.adopted).toBe(false);
    await client.end().catch(() => undefined);
    await again.stop();
    await expect(readdir(join(dir, 'postgres'))).resolves.not.toContain('postmaster.pid');
  });

  it('says which address is taken and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' && taken ? taken.port : 0;
    await expect(start(config({ PORT: String(port) }), { log })).rejects.toMatchObject({
      reasons: [`服务地址 127.0.0.1:${port} 已被其他程序占用，请关闭占用它的程序，或改用别的端口。`],
    });
    await expect(start(config({ ZHITONGCHE_METRICS: `127.0.0.1:${port}` }), { log })).rejects.toMatchObject({
      reasons: [expect.stringContaining(`指标地址 127.0.0.1:${port} 已被其他程序占用`)],
    });
    other.close();
    await expect(readdir(join(dir, 'postgres'))).resolves.not.toContain('postmaster.pid');
  });

  it('refuses another master key before anything is written', async () => {
    await expect(open(config({ ZHITONGCHE_KEY: 'ab'.repeat(32) }), { log })).rejects.toThrow(CannotStart);
    await expect(readdir(join(dir, 'postgres'))).resolves.not.toContain('postmaster.pid');
  });

  it('ends open streams when it stops instead of waiting for them', async () => {
    const running = await start(config(), { log });
    const stream = await fetch(`${running.address}/api/live`);
    expect(stream.status).toBe(401);
    await running.stop();
  });
});
