import { dayInChinese, moneyText } from '@zhitongche/base';
import type { PaperFacts } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { leaderOf } from '../../shared/roster.ts';
import { FUND_SOURCES, labelOf } from '../../shared/travel-words.ts';
import { tripOf } from './derive.ts';
import type { HkmAnswers, HkmMember } from './form.ts';

/** Regions of a trip in the order travelled, each once. */
export const regionsOf = ({ legs = [] }: HkmAnswers): readonly string[] => [
  ...new Set(legs.flatMap(({ country }) => country ?? [])),
];

/** What every paper of a trip says about it, in words. */
export interface HkmWords {
  readonly trip: HkmAnswers;
  readonly members: readonly HkmMember[];
  readonly leader: string;
  /** `某某局局长张三等6人`. */
  readonly led: string;
  readonly regions: string;
  readonly dates: string;
  readonly days: number;
  readonly costs: string;
}

/** Puts a trip into words. */
export const hkmWords = (trip: HkmAnswers): HkmWords => {
  const { members = [], exitDate = '', entryDate = '', fundSources = [], budget } = trip;
  const { name: leader = '', employer = '', post = '' } = leaderOf(members) ?? {};
  const said = (trip.fundNote ?? '').trim().replace(/[。；]$/, '');
  return {
    trip,
    members,
    leader,
    led: `${employer}${post}${leader}${members.length > 1 ? `等${members.length}人` : ''}`,
    regions: regionsOf(trip).join('、'),
    dates: exitDate && entryDate ? `${dayInChinese(exitDate)}至${dayInChinese(entryDate)}` : '待定',
    days: daysAbroad(exitDate, entryDate) ?? 0,
    costs: `所需费用${budget ? `人民币${moneyText(budget)}元` : ''}由${fundSources.map((one) => labelOf(FUND_SOURCES, one)).join('、')}列支${said === '' ? '' : `（申报单位说明：${said}）`}。`,
  };
};

/** The words of the trip of a paper. */
export const wordsOf = ({ state }: Pick<PaperFacts, 'state'>): HkmWords => hkmWords(tripOf(state));
