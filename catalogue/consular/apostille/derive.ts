import { isJsonObject, type Json } from '@zhitongche/base';
import type { CaseState, CheckContext, Computed } from '@zhitongche/case';
import { countIn, textIn } from '../../shared/lookup-rows.ts';
import type { Application } from './form.ts';
import { key } from './policy.ts';
import { isCharged, type Route, routeOf, type Way, WAY_WORDS } from './route.ts';

/** What is computed while one types, and frozen when the filing is handed in. */
export type Figures = Route & { readonly days: number };

/** Route and days by country and haste. */
export const deriveFigures = (
  { country, urgent = false }: Application,
  context: CheckContext,
): Figures | null =>
  country === undefined
    ? null
    : {
        ...routeOf(country, context),
        days: context.policy.number(key(urgent ? 'urgent-promise' : 'promise')),
      };

/** The figures of a case as they were frozen. */
export const figuresOf = ({ derived }: { readonly derived: Json }): Figures | null =>
  isJsonObject(derived)
    ? {
        way: textIn(derived.way) as Way,
        why: textIn(derived.why),
        office: textIn(derived.office),
        asOf: textIn(derived.asOf),
        until: textIn(derived.until),
        doubt: derived.doubt === true,
        days: countIn(derived.days),
      }
    : null;

/** What is given for a case: as the desk settled it when it accepted, else as the tables say. */
export const wayOf = ({ derived, records }: Pick<CaseState, 'derived' | 'records'>): Way => {
  const settled = textIn(records['accepted']?.at(-1)?.data['way']);
  return (settled === '' ? (figuresOf({ derived })?.way ?? 'unknown') : settled) as Way;
};

/** Where the filing goes, on what ground and how long it takes: under the country as it is chosen. */
export const told: Computed = {
  key: 'route',
  label: '办理方式',
  after: 'use',
  show(derived) {
    const figures = figuresOf({ derived });
    if (!figures) return undefined;
    const { way, why, office, asOf, days, doubt } = figures;
    return {
      kind: 'text',
      text: [
        `${WAY_WORDS[way]}。${why}。`,
        isCharged(way)
          ? `由${office}办理，受理后${days}个工作日`
          : `请向${office === '本办' ? '使用机构' : office}咨询`,
        asOf === '' ? '参考表中没有这一国家（地区）的记载' : `参考表截至${asOf}${doubt ? '（待确认）' : ''}`,
      ].join('；'),
    };
  },
};
