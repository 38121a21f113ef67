import { indicator } from '../read/indicators.ts';
import { level1Of, threeBranchTree } from '../model/goal-form.ts';
import { type CatalogueEntry, indicatorCatalogue } from '../model/catalogue.ts';
import type { Indicator, IndicatorScope } from '../model/disclosure.ts';
import { parseTarget, type Target } from '../model/target.ts';

/** An indicator offered from what offices have published, once however many offices print it. */
export interface Offer {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly operator: string;
  readonly unit: string;
  readonly basis: string;
  /** As printed by the offices that use it. */
  readonly examples: readonly string[];
  readonly projects: readonly string[];
  readonly departments: readonly string[];
  /** True when the platform can count it from its own records. */
  readonly counted: boolean;
}

const secondLevels = new Set(threeBranchTree.branches.flatMap(({ level2 }) => level2));

/** Level labels as printed differ by office ("数量指标", "数量"); those the tree does not know are left out. */
const levelOf = ({ level2 }: CatalogueEntry): string | null => {
  if (secondLevels.has(level2)) return level2;
  return secondLevels.has(`${level2}指标`) ? `${level2}指标` : null;
};

/** The catalogue as offers, most used first. */
export function indicatorOffers(): readonly Offer[] {
  const offers = new Map<string, Offer & { readonly uses: number }>();
  for (const entry of indicatorCatalogue()) {
    const level2 = levelOf(entry);
    if (level2 === null || entry.name === '') continue;
    const key = `${level2} ${entry.name}`;
    const known = offers.get(key);
    const target = parseTarget(entry.raw, { year: null, level2 });
    offers.set(key, {
      level1: level1Of(level2) ?? '',
      level2,
      name: entry.name,
      operator: known?.operator ?? target.operator,
      unit: known?.unit || (target.unit === 'date' ? '' : (target.unit ?? '')),
      basis: known?.basis || entry.basis,
      examples: added(known?.examples, entry.raw),
      projects: added(known?.projects, entry.project),
      departments: added(known?.departments, entry.department),
      counted: known?.counted === true || entry.automation === 'auto',
      uses: (known?.uses ?? 0) + 1,
    });
  }
  return [...offers.values()].sort((a, b) => b.uses - a.uses).map(({ uses: _uses, ...offer }) => offer);
}

const added = (list: readonly string[] | undefined, one: string): readonly string[] =>
  one === '' || list?.includes(one) ? (list ?? []) : [...(list ?? []), one];

/** Offers that hold every word in their name, project or level, those that begin with it first; `initials` finds 汉字 by pinyin initials. */
export function searchOffers(
  offers: readonly Offer[],
  words: string,
  level2: string,
  initials: (text: string) => string = () => '',
): readonly Offer[] {
  const asked = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return offers.filter((offer) => {
    if (level2 !== '' && offer.level2 !== level2) return false;
    const text = [offer.name, offer.level2, ...offer.projects].join(' ');
    return asked.every(
      (word) => text.includes(word) || (/^[a-z]+$/.test(word) && initials(offer.name).includes(word)),
    );
  });
}

/** What is asked beside an offer before it becomes an indicator. */
export interface Filled {
  readonly scope: IndicatorScope;
  readonly raw: string;
  readonly description: string;
  readonly basis: string;
}

/** An indicator of an offer with its own target. */
export function indicatorOf(offer: Offer, filled: Filled, year: string | null): Indicator {
  const stored = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return indicator(
    {
      level1Printed: offer.level1,
      level2: offer.level2,
      name: offer.name,
      description: stored(filled.description),
      raw: stored(filled.raw),
      basis: stored(filled.basis),
    },
    0,
    filled.scope,
    year,
  );
}

/** A target written the way the forms print it: operator, value, unit. */
export const targetText = (operator: string, value: string, unit: string): string =>
  operator === 'qualitative' ? value.trim() : `${operator}${value.trim()}${unit.trim()}`;

/** How a target is understood, in words, shown while it is typed. */
export function targetWords(target: Target): string {
  if (target.deadline !== undefined && target.unit === 'date') return `在${target.deadline}前完成`;
  if (target.operator !== 'qualitative')
    return `${target.operator} ${target.value ?? ''} ${target.unit ?? ''}${target.bare ? '（没有写比较符，按此理解）' : ''}`;
  return {
    'previous-year': '定性：与上年比较',
    standard: '定性：符合标准',
    trend: '定性：趋势',
    state: '定性：状态',
  }[target.qualitative ?? 'state'];
}
