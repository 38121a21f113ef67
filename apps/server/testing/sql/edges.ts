import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { numbered, textsOf } from './fold.ts';
import { type RowShape, shapeOf } from './row-shape.ts';
import { definition, isNode, type Node, said, type Source, sourceOf, walk } from './source.ts';

/** A place where the program speaks to the database. */
export interface Edge {
  /** `file:line`. */
  readonly at: string;
  /** Every text it may have; undefined where it is put together while the program runs. */
  readonly sql: readonly string[] | undefined;
  readonly row: RowShape | undefined;
}

const ASKS = new Set(['query', 'prepared']);
const DRIVER = /^packages\/host\/src\/db\/(pool|query-batch|listen|writable-client|shape)\.ts$/;

function* files(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !['testing', 'node_modules', 'web'].includes(entry.name))
      yield* files(root, path);
    else if (entry.name.endsWith('.ts') && !entry.name.includes('.test.')) yield path;
  }
}

/** Every statement of the program: those with a name, and those asked in place. */
export function edgesOf(root: string): readonly Edge[] {
  const found: Edge[] = [];
  for (const folder of ['packages/host/src', 'platform', 'catalogue', 'apps/server/src'])
    for (const path of files(root, folder)) {
      if (DRIVER.test(path)) continue;
      const source = sourceOf(root, path);
      for (const node of walk(source.program)) {
        const edge =
          node.type === 'CallExpression' ? askedAt(root, source, node) : statementAt(root, source, node);
        if (edge) found.push(edge);
      }
    }
  return found;
}

const prepared = (root: string, source: Source, node: unknown): readonly string[] | undefined =>
  textsOf(root, source, node)?.map(numbered);

const placeOf = ({ path, text }: Source, node: Node): string =>
  `${path}:${text.slice(0, node.start).split('\n').length}`;

/** A call of `query` or `prepared`. */
function askedAt(root: string, source: Source, node: Node): Edge | undefined {
  const { callee } = node;
  const name = isNode(callee)
    ? said(callee.type === 'MemberExpression' ? callee.property : callee)
    : undefined;
  const [first] = Array.isArray(node.arguments) ? node.arguments : [];
  // Checks of what a request asks for are named alike.
  if (isNode(callee) && said(callee.object) === 'checks') return undefined;
  if (!name || !ASKS.has(name) || !isNode(first)) return undefined;
  const params = isNode(node.typeArguments) ? node.typeArguments.params : undefined;
  const row = Array.isArray(params) ? shapeOf(root, source, params[0]) : undefined;
  // A client of its own reads counts as texts: its row types are not those of the pool.
  const raw = isNode(callee) && said(callee.object) === 'client';
  const statement = statementNamed(root, source, first);
  return {
    at: placeOf(source, node),
    sql: statement ?? prepared(root, source, first),
    row: raw ? undefined : row,
  };
}

/** A named statement: `{ name, text }`. */
function statementAt(root: string, source: Source, node: Node): Edge | undefined {
  const text = node.type === 'ObjectExpression' ? propertyOf(node, 'text') : undefined;
  return text && propertyOf(node, 'name')
    ? { at: placeOf(source, node), sql: prepared(root, source, text), row: undefined }
    : undefined;
}

function statementNamed(root: string, source: Source, node: Node): readonly string[] | undefined {
  const found =
    node.type === 'Identifier' ? definition(root, source, 'constants', said(node) ?? '') : undefined;
  const object = found?.node.type === 'ObjectExpression' ? found : undefined;
  return object && prepared(root, object.source, propertyOf(object.node, 'text'));
}

const propertyOf = (node: Node, key: string): Node | undefined =>
  (Array.isArray(node.properties) ? node.properties : [])
    .filter(isNode)
    .flatMap((one) => (said(one.key) === key && isNode(one.value) ? [one.value] : []))[0];
