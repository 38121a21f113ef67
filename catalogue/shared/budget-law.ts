import type { Basis } from '@zhitongche/base';

/** The budget law: a year is a calendar year, what is spent stands within the budget, by function and by economic nature. */
export const BUDGET_LAW: Basis = {
  title: '《中华人民共和国预算法》（2018年修正）',
  article: '第十三条、第三十七条：支出按批准的预算执行，按功能和经济性质分类',
};
