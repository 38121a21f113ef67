import type { Verdict } from '@zhitongche/budget';

/** How each outcome of a check is shown: its word, its English, a sign for those who do not see the colour. */
export const VERDICTS: Readonly<
  Record<Verdict, { readonly word: string; readonly en: string; readonly sign: string }>
> = {
  'does-not-hold': { word: '不符', en: 'Does not hold', sign: '✕' },
  'cannot-be-checked': { word: '无法核对', en: 'Cannot be checked', sign: '?' },
  rounding: { word: '取整差', en: 'Rounding', sign: '≈' },
  holds: { word: '相符', en: 'Holds', sign: '✓' },
};

/** Outcomes from what needs a look most to what needs none. */
export const WORST_FIRST: readonly Verdict[] = ['does-not-hold', 'cannot-be-checked', 'rounding', 'holds'];
