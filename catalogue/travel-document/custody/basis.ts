import type { Basis } from '@zhitongche/base';

const RULES = '《外交护照公务护照和公务普通护照收缴管理规定》';

/** The foreign ministry's rules on keeping official documents; its text was not read in full. */
export const custodyRule = (article: string): Basis => ({ title: RULES, article, unconfirmed: true });

/** Its name. */
export const CUSTODY = RULES;

/** What the Beijing office told its units in 2014 of documents not handed in. */
export const OVERDUE: Basis = {
  title: '北京市外办因公护照收缴情况通报（2014）',
  article: '逾期30天以上暂停受理新的申报',
  unconfirmed: true,
};
