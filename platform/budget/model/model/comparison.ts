/** How a target compares with what is achieved; `qualitative` when no number can be compared. */
export type Operator = '≥' | '≤' | '=' | '>' | '<' | 'qualitative';

/** How a number is compared by the words around it: the operator, null where none is printed, or 'unclear'. */
export type Comparison = Operator | null | 'unclear';

const forbid = '[不未](?:得|能|应|可|宜|会|要|许|再|允许){0,2}';
const operators: readonly (readonly [RegExp, Operator])[] = [
  [/≠|不等于/, 'qualitative'],
  [/≥/, '≥'],
  [/≤/, '≤'],
  [new RegExp(`[大高多]于或?等于|${forbid}(?:[低少小]于|早于)|至少|最[少低小]`), '≥'],
  [new RegExp(`[小低少]于或?等于|${forbid}(?:超过|超出|突破|[高多大]于|[迟晚]于)|至多|最[多高大]|上限`), '≤'],
  [/[不未](?:足|到|满)/, '<'],
  [/达到/, '≥'],
  [/控制在/, '≤'],
  [/>|大于|高于|超过|超出|多于|突破/, '>'],
  [/<|低于|少于|小于/, '<'],
  [/=|等于/, '='],
];
/** Words that turn about what follows them within the same clause. */
const denied = /[不未没非勿][^，,、；;。：:]{0,2}$/;
const downward = /[≤<]/;

/** What the words before and after a number compare it by; words that forbid or contradict each other are unclear, never guessed. */
export function comparisonOf(before: string, after: string): Comparison {
  const led = named(before);
  const followed = trailing(after);
  if (led === 'unclear' || led === null || followed === null) return led ?? followed;
  return led === '=' || downward.test(led) !== downward.test(followed) ? 'unclear' : led;
}

function named(before: string): Comparison {
  for (const [pattern, operator] of operators) {
    const found = pattern.exec(before);
    if (found === null) continue;
    if (operator === 'qualitative' || denied.test(before.slice(0, found.index))) return 'unclear';
    return operator;
  }
  return null;
}

function trailing(after: string): Operator | null {
  const open = after.includes('不含');
  if (/^[^,，]*以上/.test(after)) return open ? '>' : '≥';
  return /^[^,，]*(?:以内|以下|之内)/.test(after) ? (open ? '<' : '≤') : null;
}
