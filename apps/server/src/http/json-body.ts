import { ProblemError } from '@zhitongche/core/server';

/** Deepest nesting of arrays and objects a body may have; forms need about six. */
const DEEPEST = 32;

/**
 * Parses a JSON body after refusing what would hurt further in: nesting that overflows stacks, prototype keys, NUL
 * characters and lone surrogates (PostgreSQL stores neither).
 */
export function parseJsonBody(text: string): unknown {
  if (text.length === 0) return undefined;
  if (depthOf(text) > DEEPEST)
    throw bad('input.too-deep', `内容嵌套超过 ${DEEPEST} 层。`, `Nested deeper than ${DEEPEST} levels.`);
  try {
    // Without escapes and that name nothing forbidden can be inside, and plain parsing is several times faster.
    if (!text.includes('\\u') && !text.includes('__proto__')) return JSON.parse(text);
    return JSON.parse(text, (key, entry: unknown) => {
      if (key === '__proto__') throw new ForbiddenKey();
      if (typeof entry === 'string' && !storable(entry)) throw new ForbiddenText();
      if (!storable(key)) throw new ForbiddenText();
      return entry;
    });
  } catch (error) {
    if (error instanceof ForbiddenKey)
      throw bad('input.key', '内容含有不允许的键名。', 'Contains a forbidden key.');
    if (error instanceof ForbiddenText) throw unreadableText();
    throw bad('input.json', '请求内容不是完整的 JSON。', 'The body is not well-formed JSON.');
  }
}

/** Whether PostgreSQL can store a text: no NUL, no half of a surrogate pair. */
export const storable = (text: string): boolean => !text.includes('\u0000') && isWellFormed(text);

/** The refusal of texts that cannot be stored. */
export const unreadableText = (): ProblemError =>
  bad(
    'input.characters',
    '内容含有无法保存的字符，请删去后重试。',
    'Contains characters that cannot be stored.',
  );

class ForbiddenKey extends Error {}
class ForbiddenText extends Error {}

const bad = (code: string, zh: string, en: string): ProblemError => new ProblemError(400, code, zh, en);

// A surrogate without its other half; String.prototype.isWellFormed came after the oldest supported lib.
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const isWellFormed = (text: string): boolean => !LONE.test(text);

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i += 1;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 91 || c === 123) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (c === 93 || c === 125) depth -= 1;
  }
  return deepest;
}
