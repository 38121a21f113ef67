import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** The words of the glossary's first columns, without what stands in brackets. */
const terms = readFileSync(join(ROOT, 'GLOSSARY.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^\| ([^|]+) \| [^|]+ \|/.exec(line)?.[1] ?? [])
  .filter((words) => words !== 'English' && !words.startsWith('-'))
  .flatMap((words) => words.replaceAll('**', '').split(/ · | \/ /))
  .map((word) => word.replace(/\(.*?\)/, '').trim());

const code = ['packages', 'platform', 'catalogue', 'apps', 'offices']
  .flatMap((floor) =>
    readdirSync(join(ROOT, floor), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|node_modules|dist\//.test(path))
      .map((path) => readFileSync(join(ROOT, floor, path), 'utf8')),
  )
  .join('\n');

/** A term as code writes it: apart, hyphened or run together. */
const inCode = (term: string): boolean =>
  new RegExp(`(?<![a-z])${term.split(/[ -]/).join('[-_ ]?')}`, 'i').test(code);

test('every word of the glossary is a word of the code', () => {
  expect(terms.length).toBeGreaterThan(90);
  expect(terms.filter((term) => !inCode(term))).toEqual([]);
  expect(inCode('a word nobody says')).toBe(false);
});
