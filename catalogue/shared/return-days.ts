import { addDays, type Day } from '@zhitongche/base';
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

/** Days for which whoever handed in a permit late does not travel: one figure for trips abroad and to Hong Kong and Macao. */
export const PERMIT_SUSPENSION: PolicyDef = {
  key: 'outbound-trip.permit-suspension-days',
  label: '往来港澳通行证逾期后暂停本人出访',
  type: 'number',
  unit: '天',
  default: 365,
  bounds: [0, 3650],
  shared: true,
  unconfirmed: true,
};

/** When documents are due back: exit day + approved days + days allowed for handing in. */
export const dueBack = (exit: Day, days: number, returnDays: number): Day => addDays(exit, days + returnDays);
