import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue, currentServices, registers, serviceOf } from './find-service.ts';
import { folderOf } from './testing/folder-of.ts';

const doubles = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, i) => keys.indexOf(key) !== i);

test('new cases are filed under the latest version of each service', () => {
  const codes = currentServices().map((service) => service.code);
  expect(doubles(codes)).toEqual([]);
  expect(new Set(codes)).toEqual(new Set(catalogue.map((service) => service.code)));
});

test('each version is found by its code and number', () => {
  for (const service of catalogue) expect(serviceOf(service.code, service.version)).toBe(service);
});

/** Tests that hold a version of a service to the laws of a definition. */
const held = import.meta.glob('./*/*/**/definition.test.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('each version of each service is held to the laws of a definition, in its own folder', () => {
  for (const { code, version } of catalogue) {
    const folder = `./${relative(import.meta.dirname, folderOf(code))}`;
    const place = existsSync(join(folderOf(code), `v${version}`)) ? `${folder}/v${version}` : folder;
    expect(held[`${place}/definition.test.ts`], place).toMatch(/^definitionLaws\(/m);
  }
});

test('each register is found by its code in the browser too: the folder is named by it, or by how it begins', () => {
  const names = Object.keys(held).flatMap((path) => {
    const [, family = '', item = ''] = path.split('/');
    return [item, `${family}-${item}`];
  });
  for (const { code } of registers)
    expect(
      names.some((name) => code === name || code.startsWith(`${name}-`)),
      code,
    ).toBe(true);
});
