import type { Answers } from '@zhitongche/form';

/** Where a case of the demo office has come to. */
export type Until =
  | 'draft'
  | 'unit-sign'
  | 'window'
  | 'correcting'
  | 'not-accepted'
  | 'handler'
  | 'refused'
  | 'report-up'
  | 'abroad'
  | 'hand-in'
  | 'after-trip'
  | 'late'
  | 'done';

/** One case of the demo office, told as a plan. */
export interface HkmPlan {
  readonly key: string;
  /** Key of the filing unit. */
  readonly unit: string;
  readonly group: string;
  readonly purpose: string;
  /** Days before the demo's first start on which it was filed, and from filing to the exit. */
  readonly ago: number;
  readonly leaveIn: number;
  readonly stops: readonly (readonly [region: string, days: number])[];
  readonly ranks: readonly ('bureau' | 'division' | 'section' | 'technical')[];
  readonly until: Until;
  readonly more?: Answers;
}

const p = (
  key: string,
  unit: string,
  [group, purpose]: readonly [string, string],
  [ago, leaveIn]: readonly [number, number],
  stops: HkmPlan['stops'],
  ranks: HkmPlan['ranks'],
  until: Until,
  more: Answers = {},
): HkmPlan => ({ key, unit, group, purpose, ago, leaveIn, stops, ranks, until, more });

const D = 'division';
const S = 'section';
const HK = [['香港', 4]] as const;
const BOTH = [
  ['香港', 3],
  ['澳门', 2],
] as const;
const TRADE = ['赴香港经贸交流团', '参加经贸洽谈会并走访企业'] as const;

/** Every state an office sees such cases in. */
export const hkmPlans: readonly HkmPlan[] = [
  p('hkm-done', 'commerce', TRADE, [120, 40], HK, [D, S, S], 'done'),
  p(
    'hkm-led',
    'science',
    ['赴港澳科技合作团', '商定联合实验室建设方案'],
    [60, 75],
    BOTH,
    ['bureau', D, S],
    'abroad',
    {
      caseType: 'span-lead',
      dispatchUnits: '云泽大学',
      aim: 'culture',
    },
  ),
  p(
    'hkm-late',
    'education',
    ['赴澳门教育交流团', '商定师生交流计划'],
    [75, 40],
    [['澳门', 3]],
    [D, S],
    'late',
  ),
  p('hkm-back', 'commerce', ['赴香港招商推介团', '举办产业推介会'], [55, 40], HK, [D, S, S], 'after-trip'),
  p('hkm-given-up', 'sport', ['赴香港体育交流团', '参加友谊赛'], [30, 60], HK, [D, S], 'hand-in', {
    aim: 'culture',
  }),
  p(
    'hkm-joined',
    'university',
    ['赴港澳青年交流团', '参加青年交流活动'],
    [25, 50],
    BOTH,
    ['technical', S],
    'abroad',
    {
      caseType: 'span-join',
      organiser: '云泽省教育厅',
      organiserNumber: '云外港澳通字〔演示〕2号',
      aim: 'culture',
    },
  ),
  p(
    'hkm-up',
    'science',
    ['赴香港联合研究组', '驻点开展联合研究'],
    [12, 60],
    [['香港', 45]],
    ['technical', S],
    'report-up',
    {
      aim: 'research',
      endorsement: 'one-year',
    },
  ),
  p('hkm-refused', 'forestry', ['赴香港考察团', '了解城市绿化经验'], [20, 45], HK, [D, S], 'refused', {
    aim: 'visit',
  }),
  p(
    'hkm-not-accepted',
    'forestry',
    ['赴澳门学习团', '学习园林管理'],
    [15, 45],
    [['澳门', 3]],
    [S],
    'not-accepted',
    {
      aim: 'visit',
    },
  ),
  p(
    'hkm-correcting',
    'education',
    ['赴香港课程研讨团', '研讨职业教育课程'],
    [6, 50],
    HK,
    [D, S],
    'correcting',
    {
      aim: 'conference',
    },
  ),
  p('hkm-review', 'commerce', TRADE, [3, 45], BOTH, [D, S, S], 'handler'),
  p('hkm-window', 'yunze-commerce', ['赴香港跨境电商团', '洽谈跨境电商合作'], [4, 50], HK, [D, S], 'window'),
  p(
    'hkm-signing',
    'sport',
    ['赴澳门体育交流团', '商定赛事合作'],
    [2, 50],
    [['澳门', 3]],
    [D, S],
    'unit-sign',
    {
      aim: 'culture',
    },
  ),
  p('hkm-draft', 'commerce', ['赴香港会展团', '参加展会'], [1, 60], HK, [D, S], 'draft'),
];
