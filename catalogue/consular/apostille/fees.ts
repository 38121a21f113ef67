import type { ServiceFees } from '@zhitongche/case';
import { COMMERCIAL, readApplication } from './form.ts';
import { key } from './policy.ts';
import { isCharged } from './route.ts';
import { figuresOf } from './derive.ts';

/** What is charged: each paper by its kind, and for haste; nothing where nothing is given. */
export const fees: ServiceFees = {
  finance: { role: 'finance-officer', at: 'division:finance' },
  lines(answers, derived) {
    const { documents = [], urgent = false } = readApplication(answers);
    const way = figuresOf({ derived })?.way;
    const charged = way === undefined || isCharged(way) ? documents : [];
    const commercial = charged.filter(({ kind }) => kind !== undefined && COMMERCIAL.includes(kind)).length;
    return [
      { fee: key('fee.civil'), quantity: charged.length - commercial },
      { fee: key('fee.commercial'), quantity: commercial },
      { fee: key('fee.urgent'), quantity: urgent ? charged.length : 0 },
    ];
  },
};
