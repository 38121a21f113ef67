import { isJsonObject, type Json } from '@zhitongche/base';
import { prepare, sealRoom } from '../../../shared/prepared.ts';
import { derivedOf } from '../derive/derive.ts';
import type { Funding } from '../derive/funding.ts';
import { opinionForm } from '../papers/lists.ts';
import { taskReview } from '../papers/opinion.ts';
import type { TripWords } from '../papers/parts.ts';
import { readTrip, WHOLE_TRIP } from './read.ts';

const box = (office: string) => ({ text: '', height: 24, foot: [`${office}（签章）`, '　　年　　月　　日'] });

/** Whether anybody knows secrets follows from the list of people: the pledges themselves come as uploads of their own. */
const secrecyOf = ({ members }: TripWords): string => {
  const holders = members.filter(({ secrecy }) => secrecy !== undefined && secrecy !== 'none');
  return holders.length === 0
    ? '未申报涉密人员。'
    : `有涉密人员${holders.length}人，另附保密义务承诺书和单位同意派出函。`;
};

/** What was handed to it is what {@link derivedOf} gave out. */
const fundingIn = (figures: Json | undefined): Funding | undefined =>
  isJsonObject(figures) ? (figures as unknown as Funding) : undefined;

/** 任务和预算审批意见表 for units whose departments do not sign on screen: filled in, its boxes left to the hand. */
export const budgetForm = prepare(readTrip, {
  title: '因公临时出国任务和预算审批意见表',
  back: 'budgetForm',
  shows: [
    ...WHOLE_TRIP,
    'tasks',
    'necessity',
    'results',
    'inPlan',
    'planNumber',
    'planSwap',
    'inBudget',
    'priorApprovals',
  ],
  figures: (derived) => derivedOf(derived)?.funding ?? null,
  write: ({ words, figures }) => [
    ...opinionForm(words, fundingIn(figures), { task: box('外事部门'), budget: box('财务部门') }),
    ...taskReview(words, () => '\n单位审核意见：', secrecyOf(words)),
    ...sealRoom(words.trip.filerUnit ?? ''),
  ],
});
