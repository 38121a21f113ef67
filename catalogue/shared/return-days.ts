import type { PolicyDef } from '@zhitongche/office';

/**
 * Days after the approved ones in which an official document is handed in: one figure, whether a trip says when it is due or
 * the register of documents does.
 */
export const RETURN_DAYS: PolicyDef = {
  key: 'outbound-trip.passport-return-days',
  label: '回国后交回护照',
  type: 'number',
  unit: '天',
  default: 7,
  bounds: [1, 60],
  shared: true,
  basis: {
    title: '《外交护照公务护照和公务普通护照收缴管理规定》',
    article: '回国后7天内交回',
  },
};
