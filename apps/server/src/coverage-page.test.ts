import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'coverage.md'), 'utf8');
/** Lines of the forty systems: `| A1 | 名称 | state | …`. */
const systems = [...page.matchAll(/^\| ([A-E]\d{1,2}) \|[^|]*\| ([^|]*?) \|/gm)].map(
  ([, , state = '']) => state,
);
const counted = (state: RegExp): number => systems.filter((one) => state.test(one)).length;

/** A path as the page names it: a folder, or a file with or without the ending of sources and tests; `*` = any name. */
function isThere(path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  let found = [first];
  for (const [index, part] of rest.entries()) {
    const last = index === rest.length - 1;
    const shape = new RegExp(
      `^${part.replaceAll('.', '\\.').replaceAll('*', '.*')}${last ? '(\\.test)?(\\.tsx?)?' : ''}$`,
    );
    found = found
      .filter((folder) => statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory())
      .flatMap((folder) =>
        readdirSync(join(root, folder))
          .filter((name) => shape.test(name))
          .map((name) => `${folder}/${name}`),
      );
  }
  return found.length > 0;
}

test('every place and test the page of coverage names is there', () => {
  const named = [...page.matchAll(/`([\w.*-]+(?:\/[\w.*-]+)+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((path) => !isThere(path))).toEqual([]);
});

test('every command it names is one of ours', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const named = [...page.matchAll(/`npm run ([\w:]+)`/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('its count of the forty systems is the count of its lines', () => {
  const part = counted(/^part/);
  const none = counted(/^not yet/);
  const works = counted(/^works/);
  expect(page.replaceAll('\n', ' ')).toContain(`${part} in part, ${none} not yet`);
  expect(works === 0 ? page.includes('none\nworks to its last line') : page.includes(`${works} work`)).toBe(
    true,
  );
  expect(works + part + none).toBe(systems.length);
});
