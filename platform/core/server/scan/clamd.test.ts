import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EICAR, type FakeClamd, fakeClamd, TOO_DEEP } from '../../../../apps/server/testing/fake-clamd.ts';
import { clamdScanner } from './clamd.ts';

let clamd: FakeClamd;

beforeAll(async () => {
  clamd = await fakeClamd();
});
afterAll(() => clamd.close());

const scan = (content: string | Buffer, silentAfter?: number) =>
  clamdScanner({ host: '127.0.0.1', port: clamd.port }, silentAfter).scan(
    Readable.from([Buffer.from(content)]),
  );

describe('what clamd says of a file', () => {
  test('clean, and all of it was seen', async () => {
    const size = 300_001;
    expect(await scan(Buffer.alloc(size))).toEqual({ state: 'clean', finding: '' });
    expect(clamd.scanned.at(-1)).toBe(size);
  });

  test('infected, by name', async () => {
    expect(await scan(`x${EICAR}x`)).toEqual({ state: 'infected', finding: 'Eicar-Signature' });
  });

  test('only in part: too deep, or larger than it takes', async () => {
    expect((await scan(TOO_DEEP)).state).toBe('partly');
    expect((await scan(Buffer.alloc(1_000_001))).state).toBe('partly');
  });

  test('nothing, when it is silent or not there', async () => {
    clamd.mute = true;
    expect((await scan('x', 200)).state).toBe('unanswered');
    clamd.mute = false;
    const nobody = clamdScanner({ path: join(tmpdir(), 'no-such-clamd.sock') });
    expect((await nobody.scan(Readable.from([Buffer.from('x')]))).state).toBe('unanswered');
    expect(await nobody.alive()).toBe(false);
  });

  test('over a socket file as over the network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    const path = join(folder, 'clamd.sock');
    const local = await fakeClamd(1_000, path);
    expect(await clamdScanner({ path }).alive()).toBe(true);
    expect((await clamdScanner({ path }).scan(Readable.from([Buffer.from(EICAR)]))).state).toBe('infected');
    await local.close();
    await rm(folder, { recursive: true, force: true });
  });
});
