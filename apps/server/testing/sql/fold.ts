import { definition, isNode, type Node, said, type Source } from './source.ts';

/** Texts bound to the parameters of a function that is being read. */
type Bound = ReadonlyMap<string, readonly string[]>;
/** The texts an expression may come to; undefined when only a run can tell. */
type Fold = (node: unknown) => readonly string[] | undefined;

const NONE: Bound = new Map();
/** Beyond so many alternatives a statement is no longer one statement. */
const MOST = 64;

/** Every text an expression of constants, choices and `params.add(…)` may come to; undefined when only a run can tell. */
export function textsOf(
  root: string,
  source: Source,
  node: unknown,
  bound: Bound = NONE,
): readonly string[] | undefined {
  if (!isNode(node)) return undefined;
  const fold: Fold = (one) => textsOf(root, source, one, bound);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number'
        ? [String(node.value)]
        : undefined;
    case 'TemplateLiteral':
      return templateOf(node, fold);
    case 'BinaryExpression':
      return node.operator === '+' ? product([fold(node.left), fold(node.right)]) : undefined;
    case 'ConditionalExpression': {
      const [yes, no] = [fold(node.consequent), fold(node.alternate)];
      return yes && no && [...yes, ...no];
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return fold(node.expression);
    case 'Identifier': {
      const name = said(node) ?? '';
      const value = bound.get(name);
      if (value !== undefined) return value;
      const found = definition(root, source, 'constants', name);
      return found && textsOf(root, found.source, found.node);
    }
    case 'CallExpression':
      return isAdded(node) ? ['$?'] : calledOf(root, source, node, fold);
    default:
      return undefined;
  }
}

/** Numbers the placeholders that `params.add` would have numbered. */
export function numbered(text: string): string {
  let next = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, digits]) => Number(digits)));
  return text.replaceAll('$?', () => `$${(next += 1)}`);
}

const isAdded = ({ callee }: Node): boolean =>
  isNode(callee) &&
  callee.type === 'MemberExpression' &&
  said(callee.object) === 'params' &&
  said(callee.property) === 'add';

/** Every way to put one text after another. */
function product(parts: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  let texts: readonly string[] = [''];
  for (const part of parts) {
    if (!part) return undefined;
    texts = texts.flatMap((text) => part.map((more) => text + more));
    if (texts.length > MOST) return undefined;
  }
  return texts;
}

function templateOf(node: Node, fold: Fold): readonly string[] | undefined {
  const expressions = Array.isArray(node.expressions) ? node.expressions : [];
  const quasis = (Array.isArray(node.quasis) ? node.quasis : []).map((quasi: unknown) => {
    const value: unknown = isNode(quasi) ? quasi.value : undefined;
    return value instanceof Object && 'cooked' in value && typeof value.cooked === 'string'
      ? [value.cooked]
      : undefined;
  });
  return product(
    quasis.flatMap((quasi, index) =>
      index < expressions.length ? [quasi, fold(expressions[index])] : [quasi],
    ),
  );
}

/** A call of a function that is one expression of its parameters. */
function calledOf(root: string, source: Source, node: Node, fold: Fold): readonly string[] | undefined {
  const found = definition(root, source, 'constants', said(node.callee) ?? '');
  if (!found || found.node.type !== 'ArrowFunctionExpression' || !found.node.expression) return undefined;
  const given = (Array.isArray(node.arguments) ? node.arguments : []).map(fold);
  const bound = new Map<string, readonly string[]>();
  for (const [index, param] of (Array.isArray(found.node.params) ? found.node.params : []).entries()) {
    const value = given[index];
    const name = said(param);
    if (value === undefined || name === undefined) return undefined;
    bound.set(name, value);
  }
  return textsOf(root, found.source, found.node.body, bound);
}
