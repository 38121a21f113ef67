import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';
import type { At, Problem } from '@zhitongche/base';

/** Says everything that is wrong with a value, or nothing. */
export type Validate = (value: unknown) => readonly Problem[];

/** Nobody reads more; a hostile list of twenty thousand faults must not become an answer of megabytes. */
const MOST = 50;

/** Compiles a schema of the contract into a check whose problems speak Chinese and English. */
export function validator(schema: TSchema): Validate {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return [];
    const told = new Map<string, Problem>();
    for (const error of compiled.Errors(value)) {
      const problem = problemOf(error);
      if (problem && told.size < MOST)
        told.set(problem.at.join('/'), told.get(problem.at.join('/')) ?? problem);
    }
    return told.size > 0 ? [...told.values()] : [shape([])];
  };
}

/** Query values arrive as texts; the ones that read as the numbers the schema wants become numbers. */
export const convertQuery = (schema: TSchema, value: unknown): unknown => Value.Convert(schema, value);

interface Fault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

function problemOf({ keyword, instancePath, params }: Fault): Problem | null {
  const at = pathOf(instancePath);
  const told: Readonly<Record<string, unknown>> = { ...params };
  const limit = typeof told.limit === 'number' ? String(told.limit) : '';
  switch (keyword) {
    case 'boolean':
      return say(at, 'input.unknown-field', '没有这一项，请删去。', 'Unknown field.');
    case 'additionalProperties':
      // The same fault comes once more per field, with its path.
      return null;
    case 'required': {
      const [first] = listOf(told.requiredProperties);
      return say([...at, first ?? ''], 'input.missing', '缺少这一项。', 'Missing.');
    }
    case '~refine':
      // Days are all the contract refines: of the right form, but in no calendar.
      return say(at, 'input.no-such-day', '日历上没有这一天，请核对。', 'There is no such day.');
    case 'maxLength':
      return say(at, 'input.too-long', `最多 ${limit} 个字符。`, `At most ${limit} characters.`);
    case 'minLength':
      return say(at, 'input.too-short', `至少 ${limit} 个字符。`, `At least ${limit} characters.`);
    case 'maxItems':
      return say(at, 'input.too-many', `最多 ${limit} 项。`, `At most ${limit} items.`);
    case 'minItems':
      return say(at, 'input.too-few', `至少 ${limit} 项。`, `At least ${limit} items.`);
    case 'minimum':
      return say(at, 'input.too-small', `不得小于 ${limit}。`, `At least ${limit}.`);
    case 'maximum':
      return say(at, 'input.too-large', `不得大于 ${limit}。`, `At most ${limit}.`);
    default:
      return shape(at);
  }
}

const shape = (at: At): Problem => say(at, 'input.shape', '格式不符合要求。', 'Not of the expected shape.');

const say = (at: At, code: string, message: string, en: string): Problem => ({
  code,
  level: 'block',
  at,
  message,
  en,
});

const pathOf = (pointer: string): At =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~').slice(0, 100))
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : part));

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
