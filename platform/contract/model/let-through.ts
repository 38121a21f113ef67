/** As much of a JSON schema as the contract's views are made of. */
interface Schema {
  readonly type?: unknown;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

type Through = (value: unknown) => unknown;
type Fields = Readonly<Record<string, unknown>>;

const asIs: Through = (value) => value;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Lets of a value through what a schema names and nothing else, whatever its own type has grown to; parts the schema says
 * nothing about (answers, figures) pass as they are.
 */
export const letThrough = (schema: object): Through => through(schema);

const through = (schema: Schema): Through => {
  if (schema.anyOf) return throughOneOf(schema.anyOf);
  if (schema.items) return throughAll(through(schema.items));
  if (schema.properties) return throughNamed(schema.properties);
  const [each] = Object.values(schema.patternProperties ?? {});
  return each ? throughValues(through(each)) : asIs;
};

const throughAll =
  (one: Through): Through =>
  (value) =>
    Array.isArray(value) ? (one === asIs ? value : value.map(one)) : value;

const throughValues =
  (one: Through): Through =>
  (value) =>
    one === asIs || !isObject(value)
      ? value
      : Object.fromEntries(Object.entries(value).map(([key, held]) => [key, one(held)]));

const throughNamed = (properties: Readonly<Record<string, Schema>>): Through => {
  const named = Object.entries(properties).map(([key, schema]) => [key, through(schema)] as const);
  return (value) => {
    if (!isObject(value)) return value;
    const shown: Record<string, unknown> = {};
    for (const [key, one] of named) if (value[key] !== undefined) shown[key] = one(value[key]);
    return shown;
  };
};

/** Among several shapes the one whose fixed word the value has, else the first whose necessary fields it has. */
const throughOneOf = (shapes: readonly Schema[]): Through => {
  const objects = shapes
    .filter(({ type }) => type === 'object')
    .map((schema) => ({ schema, show: through(schema) }));
  const tag = TAGS.find((key) => objects.every(({ schema }) => fixed(schema, key) !== undefined));
  const byTag = new Map(
    tag === undefined ? [] : objects.map(({ schema, show }) => [fixed(schema, tag), show]),
  );
  return (value) => {
    if (!isObject(value)) return value;
    const show =
      tag === undefined ? objects.find(({ schema }) => fits(schema, value))?.show : byTag.get(value[tag]);
    return show?.(value) ?? {};
  };
};

/** Fields that tell shapes apart by a word of their own. */
const TAGS = ['type', 'do'] as const;

const fixed = ({ properties }: Schema, key: string): unknown => properties?.[key]?.const;

const fits = ({ required = [] }: Schema, value: Fields): boolean =>
  required.every((key) => value[key] !== undefined);
