import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCREENS } from '@zhitongche/ui/screens.ts';
import { expect, test } from 'vitest';
import { faultsOfStyles } from '../../../../scripts/lib/styles.mjs';
import { spelled } from './named-screens.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const files = ['packages', 'platform', 'catalogue', 'apps']
  .flatMap((floor) =>
    readdirSync(join(ROOT, floor), { recursive: true, encoding: 'utf8' }).map((name) => `${floor}/${name}`),
  )
  .filter((name) => !/node_modules|\/dist\//.test(name));

/** Styles a room shows to others, by the name they are asked for. */
const shown = new Set(
  files
    .filter((name) => name.endsWith('/package.json'))
    .flatMap((file) => {
      const read: { name: string; exports?: object } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
      return Object.keys(read.exports ?? {}).map((key) => `${read.name}${key.slice(1)}`);
    }),
);

test('every style one room takes from another is on that room’s entrance, so that the office can be built', () => {
  const asked = files
    .filter((name) => name.endsWith('.css'))
    .flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/@import "(@zhitongche\/[^"]+)"/g)].map(
        ([, name = '']) => ({ file, name }),
      ),
    );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ name }) => !shown.has(name))).toEqual([]);
});

const faults = (sheets: Readonly<Record<string, string>>) =>
  faultsOfStyles(new Map(Object.entries(sheets)), Object.keys(SCREENS));

test('a class two rooms style is refused, so that none looks otherwise once the page of the other was opened', () => {
  const told = faults({
    'platform/a/web/A.css': '.notices { gap: 0 }',
    'platform/b/web/B.css': '@media (--phone) { .b > .notices:hover, .b { gap: 1px } }',
  });
  expect(told).toEqual([
    '.notices is styled in more than one file: platform/a/web/A.css, platform/b/web/B.css',
  ]);
});

test('a primitive is arranged below a class of one’s own and never restyled for everybody', () => {
  const ui = { 'packages/ui/src/Button.css': '.button { gap: 0 }', 'packages/ui/src/Icon.css': '.icon {}' };
  expect(faults({ ...ui, 'platform/a/web/A.css': '.a > .button .icon { gap: 1px }' })).toEqual([]);
  expect(faults({ ...ui, 'platform/a/web/A.css': '.button .icon { gap: 1px }' })).toEqual([
    'platform/a/web/A.css restyles a primitive everywhere: .button .icon',
  ]);
});

test('a page is laid out anew only at the screens that have a name', () => {
  const at = (query: string) => faults({ 'platform/a/web/A.css': `@media ${query} { .a { gap: 0 } }` });
  expect(at('(pointer: coarse), (--phone)')).toEqual([]);
  expect(at('(max-width: 733px)')).toHaveLength(1);
  expect(at('(--kiosk)')).toHaveLength(1);
});

test('a colour is a token, whichever way it is written', () => {
  const of = (value: string) => faults({ 'platform/a/web/A.css': `.a:hover { color: ${value}; }` });
  expect(of('var(--text)')).toEqual([]);
  expect(of('currentColor')).toEqual([]);
  for (const value of ['#fff', 'rgb(0 0 0 / 20%)', 'white', 'oklch(50% 0.1 200)'])
    expect(of(value)).toHaveLength(1);
  expect(faults({ 'packages/ui/src/tokens.css': ':root { --text: #17242a; }' })).toEqual([]);
});

test('a named screen reaches old browsers as a width, and a name nobody gave breaks the build', () => {
  expect(spelled('(pointer: coarse), (--phone)')).toBe(`(pointer: coarse), ${SCREENS.phone}`);
  expect(() => spelled('(--kiosk)')).toThrow('kiosk');
});
