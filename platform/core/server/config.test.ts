import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { masterSecrets } from './keys/master-key.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    const read = readConfig({}, '/srv/ztc');
    expect(read).toMatchObject({
      ok: true,
      config: { port: 3000, dataDir: '/srv/ztc/.data', databaseUrl: null, worker: true },
    });
  });
  it('serves the pages from where the build puts them', async () => {
    const build = await readFile(join(import.meta.dirname, '../../../scripts/lib/build-web.mjs'), 'utf8');
    const [, out] = /const OUT = '([^']+)'/.exec(build) ?? [];
    expect(readConfig({}, '/srv/ztc')).toMatchObject({ ok: true, config: { webDir: `/srv/ztc/${out}` } });
  });
  it("takes the office's own fonts by face, and says how they are written", () => {
    const named = { ZHITONGCHE_FONTS: 'fonts', ZHITONGCHE_FACES: '仿宋=仿宋_GB2312，小标宋=方正小标宋简体' };
    expect(readConfig(named, '/srv/ztc')).toMatchObject({
      ok: true,
      config: {
        fonts: {
          directory: '/srv/ztc/fonts',
          families: { fangsong: '仿宋_GB2312', xiaobiaosong: '方正小标宋简体' },
        },
      },
    });
    for (const wrong of [{ ZHITONGCHE_FONTS: 'fonts' }, { ...named, ZHITONGCHE_FACES: '隶书=某隶书' }]) {
      const read = readConfig(wrong, '/srv/ztc');
      expect(read.ok ? '' : read.problems.join()).toContain('ZHITONGCHE_FACES');
    }
  });
  it('tells every fault at once, by name', () => {
    const read = readConfig(
      {
        PORT: '99999',
        DATABASE_URL: 'mysql://x',
        ZHITONGCHE_KEY: 'short',
        LOG_LEVEL: 'loud',
        ZHITONGCHE_WORKER: 'maybe',
        ZHITONGCHE_OFFICE: 'X y',
      },
      '/srv',
    );
    const problems = read.ok ? [] : read.problems;
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'ZHITONGCHE_KEY',
      'LOG_LEVEL',
      'ZHITONGCHE_WORKER',
      'ZHITONGCHE_OFFICE',
    ])
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
  });
});

describe('the master key', () => {
  const config = (dataDir: string) => {
    const read = readConfig({ ZHITONGCHE_DATA: dataDir }, '/');
    if (!read.ok) throw new Error('no config');
    return read.config;
  };
  it('is written once, readable for its owner only, and the same for all who start at once', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'ztc-key-'));
    const keys = await Promise.all(Array.from({ length: 5 }, () => masterSecrets(config(dir))));
    const texts = new Set(keys.map(([key]) => Buffer.from(key).toString('hex')));
    expect(texts.size).toBe(1);
    const path = join(dir, 'keys/master.key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).trim()).toBe([...texts][0]);
    await rm(dir, { recursive: true });
  });
  it('that was damaged is refused and not replaced', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'ztc-key-'));
    await masterSecrets(config(dir));
    await writeFile(join(dir, 'keys/master.key'), 'damaged');
    await expect(masterSecrets(config(dir))).rejects.toThrow('damaged');
    await rm(dir, { recursive: true });
  });
});
