import { definition, isNode, type Node, said, type Source } from './source.ts';

/** What a column may arrive as in a program; `any` where the type says more than a column could contradict. */
export type Kind = 'string' | 'number' | 'boolean' | 'Date' | 'array' | 'any';

/** Columns a query's row type names; undefined where it cannot be read off. */
export type RowShape = ReadonlyMap<string, ReadonlySet<Kind>>;

const KINDS: Readonly<Record<string, Kind>> = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSArrayType: 'array',
  TSTupleType: 'array',
};

/** Columns of a row type as a query names it. */
export function shapeOf(root: string, source: Source, type: unknown): RowShape | undefined {
  if (!isNode(type)) return undefined;
  switch (type.type) {
    case 'TSTypeLiteral':
      return membersOf(type.members);
    case 'TSInterfaceDeclaration': {
      const own = isNode(type.body) ? membersOf(type.body.body) : undefined;
      const bases = (Array.isArray(type.extends) ? type.extends : []).map((one: Node) =>
        named(root, source, said(one.expression)),
      );
      return joined([own, ...bases]);
    }
    case 'TSTypeAliasDeclaration':
      return shapeOf(root, source, type.typeAnnotation);
    case 'TSIntersectionType':
      return joined((Array.isArray(type.types) ? type.types : []).map((one) => shapeOf(root, source, one)));
    case 'TSTypeReference':
      return type.typeArguments ? undefined : named(root, source, said(type.typeName));
    default:
      return undefined;
  }
}

function named(root: string, source: Source, name: string | undefined): RowShape | undefined {
  const found = name === undefined ? undefined : definition(root, source, 'types', name);
  return found && shapeOf(root, found.source, found.node);
}

function joined(shapes: readonly (RowShape | undefined)[]): RowShape | undefined {
  const all = new Map<string, ReadonlySet<Kind>>();
  for (const shape of shapes) {
    if (!shape) return undefined;
    for (const [name, kinds] of shape) all.set(name, kinds);
  }
  return all;
}

function membersOf(members: unknown): RowShape | undefined {
  const shape = new Map<string, ReadonlySet<Kind>>();
  for (const member of Array.isArray(members) ? members : []) {
    const name = said(member.key);
    if (!isNode(member) || member.type !== 'TSPropertySignature' || name === undefined) return undefined;
    if (member.optional) continue;
    const type = isNode(member.typeAnnotation) ? member.typeAnnotation.typeAnnotation : undefined;
    shape.set(name, kindsOf(type));
  }
  return shape;
}

function kindsOf(type: unknown): ReadonlySet<Kind> {
  if (!isNode(type)) return new Set(['any']);
  if (type.type === 'TSNullKeyword') return new Set();
  if (type.type === 'TSUnionType')
    return new Set((Array.isArray(type.types) ? type.types : []).flatMap((one) => [...kindsOf(one)]));
  if (type.type === 'TSTypeOperator') return kindsOf(type.typeAnnotation);
  if (type.type === 'TSLiteralType' && isNode(type.literal)) {
    const { value } = type.literal;
    return new Set([typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean']);
  }
  if (type.type === 'TSTypeReference' && said(type.typeName) === 'Date') return new Set(['Date']);
  return new Set([KINDS[type.type] ?? 'any']);
}
