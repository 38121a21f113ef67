import type { Basis } from '@zhitongche/base';

export { CUSTODY, custodyRule } from '../../shared/custody-rule.ts';

/** What the Beijing office told its units in 2014 of documents not handed in. */
export const OVERDUE: Basis = {
  title: '北京市外办因公护照收缴情况通报（2014）',
  article: '逾期30天以上暂停受理新的申报',
  unconfirmed: true,
};
