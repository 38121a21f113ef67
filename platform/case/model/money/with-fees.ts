import type { Service } from '../service.ts';
import { feeCheck } from './fees.ts';
import { MONEY_FORMS } from './money-forms.ts';
import { receiptPaper } from './receipt-paper.ts';

/** A service that charges, with what every such service has: the rule that a fee is set, forms of the acts on money, the receipt. */
export const withFees = (service: Service): Service =>
  service.fees
    ? {
        ...service,
        checks: [...service.checks, feeCheck(service)],
        forms: { ...service.forms, ...MONEY_FORMS },
        papers: [...service.papers, receiptPaper(service.name, service.fees)],
      }
    : service;
