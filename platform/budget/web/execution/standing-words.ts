import { decimalOf } from '@zhitongche/base';
import type { Reply } from '@zhitongche/contract/web';
import type { Tone } from '@zhitongche/ui';

type Ceiling = Reply<'execution'>['ceilings'][number];

const less = (text: string | null): boolean => (decimalOf(text ?? '')?.units ?? 0n) < 0n;

/** What is to be said of a ceiling first: over, reached, behind its plan, or nothing out of order. */
export const standingWords = ({ left, reached, points, light }: Ceiling): readonly [Tone, string] => {
  const tone: Tone = light === 'red' ? 'danger' : light === 'yellow' ? 'warn' : 'ok';
  if (less(left)) return [tone, '超过额度'];
  if (reached !== null) return [tone, `用到${reached}%`];
  if (light !== 'green' && less(points)) return [tone, `慢${(points ?? '').slice(1)}点`];
  return [tone, '正常'];
};
