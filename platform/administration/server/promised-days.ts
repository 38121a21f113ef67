import type { PolicyReader, PolicyValue } from '@zhitongche/office';
import type { Problem } from '@zhitongche/base';
import { type PromiseGap, promiseGapsInParts } from '@zhitongche/case';
import type { OfficeConfig, ServiceRegistry } from '@zhitongche/core/server';
import { inParts } from '@zhitongche/host';
import { fault } from '@zhitongche/account/server';

/** A figure as it is to be set. */
export interface FigureWanted {
  readonly key: string;
  readonly value: PolicyValue;
  readonly org?: string | undefined;
  readonly validFrom: string;
}

const withFigure = (reader: PolicyReader, { key, value }: FigureWanted): PolicyReader => ({
  number: (one) => (one === key && typeof value === 'number' ? value : reader.number(one)),
  flag: (one) => (one === key && typeof value === 'boolean' ? value : reader.flag(one)),
  text: (one) => (one === key && typeof value === 'string' ? value : reader.text(one)),
  list: (one) => (one === key && Array.isArray(value) ? value : reader.list(one)),
  money: (one) => reader.money(one),
  basis: (one) => reader.basis(one),
});

/** A reader that notes which figures are asked for. */
const noting = (asked: Set<string>, reader: PolicyReader): PolicyReader => {
  const noted = (key: string): string => {
    asked.add(key);
    return key;
  };
  return {
    number: (key) => reader.number(noted(key)),
    flag: (key) => reader.flag(noted(key)),
    text: (key) => reader.text(noted(key)),
    list: (key) => reader.list(noted(key)),
    money: (key) => reader.money(noted(key)),
    basis: (key) => reader.basis(noted(key)),
  };
};

const roadOf = ({ urgent, steps }: PromiseGap): string =>
  JSON.stringify([urgent, steps.map(({ step }) => step)]);

const inWords = ({ urgent, promised, needed, steps }: PromiseGap): string =>
  `按此设置，${urgent ? '加急件' : ''}受理后各环节合计${needed}个工作日（${steps.map(({ title, days }) => `${title}${days}`).join('、')}），多于承诺的${promised}个工作日。`;

/**
 * Refuses a figure with which the steps after acceptance would have more days than is promised, or still more than
 * before; with both sums. What did not add up before may be mended in any order.
 */
export async function promiseProblems(
  services: ServiceRegistry,
  book: OfficeConfig,
  wanted: FigureWanted,
): Promise<readonly Problem[]> {
  const found: PromiseGap[] = [];
  for (const card of services.current) {
    if (!card.flow.promise || !card.policies.some(({ key }) => key === wanted.key)) continue;
    const service = await services.latest(card.code);
    if (!service) continue;
    const asked = new Set<string>();
    const reader = noting(asked, book.policy(service, wanted.org ?? book.root.id, wanted.validFrom));
    const gaps = await inParts(promiseGapsInParts(service, reader));
    // A figure no road asks for changes none.
    if (!asked.has(wanted.key)) continue;
    const before = new Map(gaps.map((gap) => [roadOf(gap), gap.needed - gap.promised]));
    const after = await inParts(promiseGapsInParts(service, withFigure(reader, wanted)));
    found.push(...after.filter((gap) => gap.needed - gap.promised > (before.get(roadOf(gap)) ?? 0)));
  }
  // The longest road says it for all.
  const worst = found.toSorted((a, b) => b.needed - b.promised - (a.needed - a.promised))[0];
  return worst
    ? [
        fault('policy.refused', 'value', inWords(worst), 'The steps would have more days than is promised.', {
          todo: '请先延长办结时限，或缩短其他环节的时限',
        }),
      ]
    : [];
}
