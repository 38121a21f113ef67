import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { ResolverFactory } from 'oxc-resolver';

/** A node of the syntax tree, as loosely as one walks it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** A source file: what it says, and what its names stand for. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  /** Initial values of constants whose name the file uses once. */
  readonly constants: ReadonlyMap<string, Node>;
  /** Interfaces and type aliases. */
  readonly types: ReadonlyMap<string, Node>;
  /** Local names → file and name they come from; names handed on are listed under `export <name>`. */
  readonly from: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

const resolver = new ResolverFactory({
  conditionNames: ['import', 'node', 'default'],
  extensions: ['.ts', '.mjs', '.js', '.json'],
});

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node below one, itself first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
}

/** The name an identifier or literal key says. */
export const said = (node: unknown): string | undefined =>
  isNode(node)
    ? typeof node.name === 'string'
      ? node.name
      : typeof node.value === 'string'
        ? node.value
        : undefined
    : undefined;

const known = new Map<string, Source>();

/** Reads a file below the top of the checkout once. */
export function sourceOf(root: string, path: string): Source {
  const before = known.get(path);
  if (before) return before;
  const text = readFileSync(join(root, path), 'utf8');
  const program: unknown = parseSync(path, text).program;
  if (!isNode(program)) throw new Error(`${path} cannot be parsed`);
  const constants = new Map<string, Node>();
  const twice = new Set<string>();
  const types = new Map<string, Node>();
  const from = new Map<string, { file: string; name: string }>();
  for (const node of walk(program)) {
    const name = said(node.id);
    if (node.type === 'VariableDeclarator' && name && isNode(node.init)) {
      if (constants.has(name)) twice.add(name);
      constants.set(name, node.init);
    }
    if ((node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') && name)
      types.set(name, node);
    const passes = node.type === 'ExportNamedDeclaration';
    if (
      (node.type === 'ImportDeclaration' || passes) &&
      isNode(node.source) &&
      Array.isArray(node.specifiers)
    ) {
      const found = resolver.sync(join(root, dirname(path)), said(node.source) ?? '').path;
      for (const one of node.specifiers)
        if (found?.endsWith('.ts') && isNode(one)) {
          const local = said(passes ? one.exported : one.local);
          const file = relative(root, found);
          if (local)
            from.set(passes ? `export ${local}` : local, {
              file,
              name: said(passes ? one.local : one.imported) ?? local,
            });
        }
    }
  }
  for (const name of twice) constants.delete(name);
  const made = { path, text, program, constants, types, from };
  known.set(path, made);
  return made;
}

/** Where a name of a file is defined, through imports and entrances. */
export function definition<K extends 'constants' | 'types'>(
  root: string,
  source: Source,
  kind: K,
  name: string,
): { readonly source: Source; readonly node: Node } | undefined {
  const own = source[kind].get(name);
  if (own) return { source, node: own };
  const next = source.from.get(name) ?? source.from.get(`export ${name}`);
  return next && !next.file.startsWith('node_modules')
    ? definition(root, sourceOf(root, next.file), kind, next.name)
    : undefined;
}
