import { isDecimal, type Json, moneyText } from '@zhitongche/base';
import type { Briefing, BriefFigure, CaseState } from '@zhitongche/case';
import { CATEGORIES } from './act-forms.ts';
import { LAYOUTS, readPreparation } from './form.ts';

/** Rounds in order, by the record that fixes each. */
const ROUNDS = [
  ['first', '一上'],
  ['control', '控制数'],
  ['second', '二上'],
  ['approval', '批复'],
  ['adopted', '定稿'],
  ['published', '公开'],
] as const;
type Round = (typeof ROUNDS)[number];

const SHOWN = ['total', 'project', 'threePublic'] as const;

const fixed = (state: CaseState): readonly (readonly [Round, Readonly<Record<string, Json | undefined>>])[] =>
  ROUNDS.flatMap((round) => {
    const data = state.records[round[0]]?.at(-1)?.data;
    return data === undefined ? [] : [[round, data] as const];
  });

const sum = (value: Json | undefined): string =>
  typeof value === 'string' && isDecimal(value) ? moneyText(value) : '';

const figuresOf = (state: CaseState): readonly BriefFigure[] => {
  const rounds = fixed(state);
  const last = rounds.at(-1);
  const before = rounds.at(-2);
  if (!last) return [];
  const [[, word], now] = last;
  return SHOWN.flatMap((key) => {
    const value = sum(now[key]);
    const earlier = before ? sum(before[1][key]) : '';
    if (value === '') return [];
    return [
      {
        value,
        unit: '万元',
        caption: `${word}，${CATEGORIES[key]}`,
        ...(before && earlier !== '' && earlier !== value ? { note: `${before[0][1]} ${earlier}` } : {}),
      },
    ];
  });
};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The decision card of a budget: whose and of which year, what it asks for in the round at hand and what it was in the one before. */
export const preparationBrief = (state: CaseState): Briefing => {
  const { year, department = '', layout, posts, staff } = readPreparation(state.answers);
  const last = fixed(state).at(-1);
  const why = last ? textOf(last[1].changes) || textOf(last[1].gap) || textOf(last[1].differing) : '';
  const line = fixed(state).map(([[, word], data]) => ({ name: word, under: sum(data.total) || '—' }));
  return {
    sentence: `${department}${year ?? ''}年部门预算${last ? `，${last[0][1]}` : ''}`,
    under: [
      posts === undefined ? '' : `编制 ${posts} 人，实有 ${staff ?? 0} 人`,
      LAYOUTS[layout === 'shanxi' ? 'shanxi' : 'hebei'],
      why,
    ].filter((words) => words !== ''),
    figures: figuresOf(state),
    ...(line.length > 1 ? { line } : {}),
  };
};
