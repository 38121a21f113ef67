import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { browserFiles, fileAt } from '../testing/browser-files.ts';

/** Names that stand in Latin letters in Chinese official writing as well: formats, algorithms, keys of a keyboard. */
const NAMES = new Set(
  'PDF PDF/A Word Excel WPS DOCX XLSX CSV XML OFD ZIP JSON TXT JPG PNG UTF GBK KB MB GB IP IPv4 IPv6 URL HTTPS HTTP API Chrome Edge Firefox Safari Windows Linux Android iOS Enter Esc Tab Ctrl Shift Alt Backspace Delete Home End SM2 SM3 SM4 SHA TOTP AI GB/T ICAO APEC ISO UTC OpenAPI clamd PostgreSQL Node Unicode'.split(
    ' ',
  ),
);
/** Attributes whose words are shown or read aloud. */
const SHOWN =
  /^(label|title|placeholder|alt|aria-label|hint|help|note|intro|text|message|caption|unit|empty)$/;

const files = browserFiles()
  .filter((name) => name.endsWith('.tsx'))
  // Strangers abroad check papers there: it stands in both languages.
  .filter((name) => !/\/public\/(Verify|offline\/)/.test(name));

const english = (text: string): readonly string[] =>
  (text.match(/[A-Za-z][A-Za-z0-9/'-]*[A-Za-z0-9]/g) ?? []).filter((word) => !NAMES.has(word));

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const name = (attribute: Node): string =>
  isNode(attribute['name']) && typeof attribute['name']['name'] === 'string' ? attribute['name']['name'] : '';
const attributesOf = (element: Node): readonly Node[] => {
  const opening = element['openingElement'];
  return isNode(opening) && Array.isArray(opening['attributes']) ? opening['attributes'].filter(isNode) : [];
};
const literal = (node: unknown): string =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : '';
const chinese = (text: string): string => (/\p{Script=Han}/u.test(text) ? text : '');

/** Words of one node as they are shown: text between tags, attributes that are read, and every Chinese sentence. */
const wordsOf = (node: Node): string => {
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type === 'JSXAttribute') return SHOWN.test(name(node)) ? literal(node['value']) : '';
  if (node.type === 'Literal') return chinese(literal(node));
  if (node.type === 'TemplateElement' && typeof node['value'] === 'object' && node['value'] !== null)
    return 'cooked' in node['value'] ? chinese(String(node['value'].cooked)) : '';
  return '';
};

/** What is shown in a file and reads as English, with its line; elements that say so by `lang` may. */
function shownIn(file: string): readonly string[] {
  const source = readFileSync(fileAt(file), 'utf8');
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    if (node.type === 'ImportDeclaration' || node.type.startsWith('TS')) return;
    if (node.type === 'JSXElement' && attributesOf(node).some((one) => name(one) === 'lang')) return;
    const words = english(wordsOf(node));
    if (words.length > 0) {
      const line = source.slice(0, node.start).split('\n').length;
      found.push(`${file}:${line} ${words.join(' ')}`);
    }
    Object.values(node).forEach(visit);
  };
  visit(parseSync(file, source).program);
  return [...new Set(found)];
}

test('no English word and no internal code stands on a Chinese screen, but for names that are written so', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap(shownIn)).toEqual([]);
});
