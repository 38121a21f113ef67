import { type Cell, moneyText } from '@zhitongche/base';
import { type Bill, type Payment, WAYS } from '@zhitongche/money';
import type { PaperDef, PaperFacts } from '../service.ts';
import { RECEIPT } from './move-money.ts';
import type { ServiceFees } from './service-fees.ts';

/** Number series of receipts: one of the office, for whatever was paid. */
const SERIES = { key: 'money-receipt', pattern: '{mark}收字〔{year}〕{seq}号' } as const;

interface Paid {
  readonly payment?: Payment | undefined;
  readonly bill?: Bill | undefined;
}

const paidIn = ({ state, addressee }: PaperFacts): Paid => {
  const payment = state.money?.payments.find(({ id }) => id === addressee);
  return { payment, bill: state.money?.bills.find(({ id }) => id === payment?.bill) };
};

const yuanOf = (amount: string | undefined): string => `${moneyText(amount ?? '0.00')}元`;

const right = (text: string): Cell => ({ text, align: 'right' });

/** Facts of a receipt that a stranger with its code may know. */
const told = (facts: PaperFacts): ReturnType<PaperDef['publicFacts']> => {
  const { payment } = paidIn(facts);
  return [
    ...(facts.number ? [{ label: '收据号', en: 'Number', value: facts.number }] : []),
    { label: '收款单位', en: 'Received by', value: facts.letterhead.signature },
    { label: '金额', en: 'Amount', value: yuanOf(payment?.amount) },
    { label: '收款日期', en: 'Received on', value: payment?.on ?? facts.date },
    ...(payment?.fiscal ? [{ label: '财政电子票据号', en: 'Fiscal receipt', value: payment.fiscal }] : []),
  ];
};

/** The receipt of one payment: every payment has its own, with a number of its own. */
export const receiptPaper = (service: string, fees: ServiceFees): PaperDef => ({
  key: RECEIPT,
  title: '收费收据',
  issuer: 'office',
  series: fees.series ?? SERIES,
  addressed: true,
  signed: true,
  docx: false,
  publicFacts: told,
  build: (facts) => {
    const { payment, bill } = paidIn(facts);
    const { number } = facts;
    return {
      kind: RECEIPT,
      name: '收费收据',
      issuer: facts.letterhead.signature,
      issuedOn: facts.date,
      blocks: [
        { kind: 'redHead', office: facts.letterhead.name, form: 'letter' },
        { kind: 'title', lines: ['收费收据'] },
        {
          kind: 'particulars',
          items: [
            { label: '收据号', value: number ?? '' },
            { label: '办件编号', value: facts.caseNumber },
            { label: '事项', value: service },
            { label: '收款方式', value: payment ? WAYS[payment.way] : '' },
            { label: '收款日期', value: payment?.on ?? '' },
            { label: '流水号', value: payment?.reference ?? '' },
            { label: '财政电子票据号', value: payment?.fiscal ?? '另行开具' },
          ],
        },
        {
          kind: 'table',
          size: 'list',
          caption: '金额单位：元',
          total: true,
          widths: [4, 1, 2, 2],
          header: [['项目', '数量', '单价', '金额']],
          rows: [
            ...(bill?.lines ?? []).map((line) => [
              line.label,
              right(`${line.quantity}${line.unit}`),
              right(moneyText(line.price)),
              right(moneyText(line.amount)),
            ]),
            ...(bill && bill.credit !== '0.00'
              ? [['此前已缴', '', '', right(`-${moneyText(bill.credit)}`)]]
              : []),
            ['实收', '', '', right(moneyText(payment?.amount ?? '0.00'))],
          ],
        },
        { kind: 'signature', offices: [facts.letterhead.signature], date: facts.date },
        { kind: 'verification', url: facts.verify.url, code: facts.verify.code },
      ],
    };
  },
});
