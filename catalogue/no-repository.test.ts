import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesRepository } from '@zhitongche/case';
import { describe, expect, it } from 'vitest';
import { catalogue, registers } from './find-service.ts';

const HERE = import.meta.dirname;

describe('a rule rests on an instrument', () => {
  it('no text of any service, basis or not, names a software repository', async () => {
    const files = (await readdir(HERE, { recursive: true })).filter(
      (name) => /\.(ts|json|md)$/.test(name) && !name.endsWith('.test.ts'),
    );
    expect(files.length).toBeGreaterThan(50);
    for (const name of files)
      for (const [index, line] of (await readFile(join(HERE, name), 'utf8')).split('\n').entries())
        expect(namesRepository(line), `${name}:${index + 1} ${line}`).toBe(false);
  });

  it('what a rule names as its basis is a law, a standard, a notice or a rule of the office itself', () => {
    const services = catalogue.flatMap(({ checks, forms }) => [
      ...checks,
      ...Object.values(forms).flatMap((form) => form.checks ?? []),
    ]);
    const bases = [...services, ...registers.flatMap(({ checks }) => checks ?? [])].map(({ basis }) => basis);
    expect(bases.length).toBeGreaterThan(100);
    const instrument =
      /《.+》|^GB|〔\d{4}〕|规定|制度|办法|通知|通报|公告|条例|细则|要求|规范|说明|一览表|预算$/;
    // A guide another office published says how things are done; it is no instrument and must say so.
    const open = bases.filter(({ title, unconfirmed }) => !instrument.test(title) && unconfirmed !== true);
    expect([...new Set(open.map(({ title }) => title))]).toEqual([]);
  });

  it('a repository is known by its host, its clone address or its commit, a regulation is not', () => {
    for (const text of [
      'github.com/a/b',
      'GitHub a/b',
      'https://gitee.com/x',
      'git@host:a/b.git',
      'gitlab.example.org',
      'raw.githubusercontent.com/a',
    ])
      expect(namesRepository(text), text).toBe(true);
    for (const text of [
      '财行〔2013〕516号',
      '外交部领事司公告（2025-11-03）',
      '中国领事服务网 cs.mfa.gov.cn',
      'digital 数字',
    ])
      expect(namesRepository(text), text).toBe(false);
  });
});
