import fc from 'fast-check';

/** A JSON schema as the printed contract holds it. */
export interface Schema {
  readonly [key: string]: unknown;
}

/** Texts that have broken programs before. */
export const NASTY: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e倒',
  "' or 1=1 --",
  '%_\\',
  '{{7*7}}${7*7}',
  '<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '1e999',
  '9'.repeat(400),
  '2026-02-30',
  '0000-00-00',
  '275760-09-13',
  '🀄'.repeat(50),
  'é'.repeat(300),
];

/** Values that satisfy a schema, as far as it says; ids are often ones that exist. */
export function fromSchema(schema: Schema, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  const inner = (part: unknown): fc.Arbitrary<unknown> =>
    fromSchema(isSchema(part) ? part : {}, ids, depth + 1);
  if (depth > 6) return fc.constant(null);
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom<unknown>(...schema.enum);
  for (const key of ['anyOf', 'oneOf'])
    if (Array.isArray(schema[key])) return fc.oneof(...schema[key].map(inner));
  switch (schema.type) {
    case 'object':
      return objects(schema, inner);
    case 'array':
      return fc.array(inner(schema.items), {
        minLength: whole(schema.minItems, 0),
        maxLength: Math.min(whole(schema.maxItems, 4), whole(schema.minItems, 0) + 4),
      });
    case 'string':
      return texts(schema, ids);
    case 'integer':
      return fc.integer({
        min: whole(schema.minimum, -5),
        max: Math.min(whole(schema.maximum, 2 ** 31 - 1), whole(schema.minimum, -5) + 500),
      });
    case 'number':
      return fc.double({ min: whole(schema.minimum, -1e6), max: whole(schema.maximum, 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(schema: Schema, inner: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const patterns = isSchema(schema.patternProperties) ? Object.values(schema.patternProperties) : [];
  const properties = isSchema(schema.properties) ? schema.properties : {};
  if (Object.keys(properties).length === 0 && patterns.length > 0)
    return fc.dictionary(fc.string({ maxLength: 12 }), inner(patterns[0]), { maxKeys: 4 });
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return fc.record(Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, inner(part)])), {
    requiredKeys: required.filter((key) => key in properties),
  });
}

function texts(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  const [least, most] = [whole(schema.minLength, 0), Math.min(whole(schema.maxLength, 40), 200)];
  if (typeof schema.pattern === 'string') {
    const pattern = new RegExp(schema.pattern);
    const fitting = ids.filter((id) => pattern.test(id));
    const made = fc.stringMatching(pattern);
    return fitting.length > 0 ? fc.oneof(fc.constantFrom(...fitting), made) : made;
  }
  const known = [...ids, ...NASTY].filter((text) => text.length >= least && text.length <= most);
  const made = fc.string({ minLength: least, maxLength: Math.max(least, most), unit: 'grapheme' });
  return known.length > 0 ? fc.oneof(made, fc.constantFrom(...known)) : made;
}

const whole = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Whether a value can be read as a schema. */
export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A sound value with one thing wrong: something left out, added, of another type, far too long. */
export const spoilt = (sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(sound, fc.nat(), fc.oneof(fc.constantFrom<unknown>(...NASTY), absurd))
    .map(([value, where, wrong]) => spoil(value, where, wrong));

function spoil(value: unknown, where: number, wrong: unknown): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0) return [wrong];
    const at = where % value.length;
    return value.map((item: unknown, index) => (index === at ? spoil(item, where >> 2, wrong) : item));
  }
  if (!isSchema(value)) return wrong;
  const keys = Object.keys(value);
  const key = keys[where % (keys.length + 1)];
  if (key === undefined) return { ...value, unasked: wrong };
  if (where % 5 === 0) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: spoil(value[key], where >> 3, wrong) };
}

/** Values nobody has reason to send. */
export const absurd: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    -1,
    0.5,
    2 ** 53,
    1e308,
    true,
    'x'.repeat(20_000),
    Array.from({ length: 2_000 }, () => 0),
    { constructor: { prototype: { admin: true } } },
    { length: 1e9 },
    { toString: 1, valueOf: 2 },
  ),
);
