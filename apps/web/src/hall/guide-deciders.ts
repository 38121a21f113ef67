import type { Service } from '@zhitongche/case';
import type { Reply } from '@zhitongche/contract/web';

/** Who decides, and on which cases. */
export interface Decider {
  readonly who: string;
  readonly text: string;
}

/** Who decides on which cases by the figures in force today, lowest first; what no figure names is left out. */
export const guideDeciders = (
  { guide, policies }: Pick<Service, 'guide' | 'policies'>,
  now: Reply<'policies'>,
): readonly Decider[] => {
  const valueOf = (key: string) =>
    now.find((figure) => figure.key === key)?.value ?? policies.find((def) => def.key === key)?.default;
  const listed = (key: string): readonly string[] => {
    const value = valueOf(key);
    const among = policies.find((def) => def.key === key)?.among ?? {};
    return Array.isArray(value) ? value.map((one) => among[String(one)] ?? String(one)) : [];
  };
  return (guide.deciders ?? []).flatMap(({ who, text, policies: keys, only }) => {
    const names = keys.flatMap(listed);
    if ((keys.length > 0 && names.length === 0) || (only !== undefined && valueOf(only) !== true)) return [];
    return [{ who, text: text.replace('{}', names.join('、')) }];
  });
};
