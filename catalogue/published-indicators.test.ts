import { indicatorCatalogue } from '@zhitongche/budget/model/model/catalogue.ts';
import { census } from '../platform/indicator/model/census.ts';
import { PATTERNS } from '../platform/indicator/model/data/patterns.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { askedQuestionnaires, countedMeasures } from './shelf.ts';

type Measures = Parameters<typeof census>[1];
let measures: Measures;
beforeAll(async () => {
  measures = [
    ...(await countedMeasures()).flatMap((one): Measures => one.measures),
    ...(await askedQuestionnaires()).map(({ code, who }) => ({
      code: `survey.${code}`,
      name: who.zh,
      unit: '',
      sort: 'rate' as const,
    })),
  ];
});

describe('the targets three offices published for 2024', () => {
  it('are 329 distinct lines, each answered in one way, live or with what it needs first', () => {
    const all = census(indicatorCatalogue(), measures, '2024');
    expect(all).toHaveLength(329);
    for (const { state, finding, proposal } of all) {
      expect(proposal.reason).not.toBe('');
      expect(state === 'said-first').toBe(finding !== null);
      expect(state === 'waits').toBe(proposal.waits !== '');
    }
  });

  it('that are counted or judged by a record kept here wait for nothing but words of a person or a ceiling', () => {
    const codes = new Set(measures.map(({ code }) => code));
    const held = census(indicatorCatalogue(), measures, '2024').filter(
      ({ line, state }) => /auto|semi/.test(line.automation) && codes.has(line.source) && state === 'waits',
    );
    expect(held.map(({ line }) => `${line.name} ${line.source}`)).toEqual([]);
  });

  it('that say persons where trips are counted, or “in time” without a share, are live for nobody', () => {
    const all = census(indicatorCatalogue(), measures, '2024');
    const named = (name: string) =>
      all.filter(({ line }) => line.name === name).map(({ state, finding }) => [state, finding?.code]);
    expect(named('出访人数')).toEqual([
      ['said-first', 'unit'],
      ['said-first', 'unit'],
    ]);
    expect(named('审核审批完成时限')).toEqual([['said-first', 'in-time']]);
    expect(named('审核审批因公出国（境）人数')).toEqual([['live', undefined]]);
    // 130 persons are answered by persons, not by those who signed in each time.
    expect(all.find(({ line }) => line.name === '组织企业境外安全培训人数')?.proposal.measure).toBe(
      'train.persons',
    );
  });

  it('are never worded as a pattern of another record', () => {
    const wrong = indicatorCatalogue().flatMap(({ name, source }) => {
      const found = PATTERNS.find(({ says, not }) => says.test(name) && !not?.test(name));
      return found && found.source !== source ? [`${name}: ${found.source}, published as ${source}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
