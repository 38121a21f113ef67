import { choice, date, files, form, options, text, yuan } from '@zhitongche/form';
import type { ExtraForm } from '../service.ts';

const past = (title: string, field: string): ExtraForm['checks'] => [
  {
    code: 'money.later',
    title: '日期不能晚于今天',
    level: 'block',
    basis: { title: '《中华人民共和国会计法》', article: '第九条' },
    reads: [field],
    run: (answers, { today }) => {
      const on = answers[field];
      return typeof on === 'string' && on > today
        ? [
            {
              at: [field],
              message: `${title}不能晚于今天`,
              en: 'The day lies ahead',
              todo: '请核对凭证上的日期',
            },
          ]
        : [];
    },
  },
];

const fiscal = text('财政电子票据号', {
  max: 40,
  width: 6,
  help: '已开具的才填；收据上会印出，供本人查验。',
});

const one = (title: string, fields: Parameters<typeof form>[0][string]['fields']) =>
  form({ all: { title, fields } });

/** Forms of the acts on money, by the key a service finds them under. */
export const MONEY_FORMS: Readonly<Record<string, ExtraForm>> = {
  'money-voucher': {
    title: '上传缴费凭证',
    form: one('缴费凭证', {
      payer: text('付款人', { max: 60, required: true, sensitivity: 'personal' }),
      on: date('付款日期', { required: true, width: 6 }),
      voucher: files('转账凭证', {
        accept: ['pdf', 'jpg', 'png'],
        maxBytes: 5_242_880,
        maxFiles: 3,
        required: true,
      }),
    }),
    checks: past('付款日期', 'on') ?? [],
  },
  'money-transfer': {
    title: '确认到账',
    form: one('银行流水', {
      on: date('到账日期', { required: true, width: 6 }),
      reference: text('银行流水号', { max: 60, required: true, width: 6 }),
      fiscal,
    }),
    checks: past('到账日期', 'on') ?? [],
  },
  'money-counter': {
    title: '窗口收款',
    form: one('收款', {
      way: choice('方式', options({ cash: '现金', card: '刷卡' }), { required: true }),
      reference: text('收款单号或刷卡凭条号', { max: 60, required: true, width: 6 }),
      fiscal,
    }),
  },
  'money-exempt': {
    title: '免缴',
    form: one('依据', {
      basis: text('免缴依据', { max: 200, required: true, help: '文件名称和文号，或条款。' }),
    }),
  },
  'money-refund': {
    title: '申请退款',
    form: one('退款', { amount: yuan('退款金额', { required: true, min: '0.01', width: 6 }) }),
  },
  'money-repaid': {
    title: '确认已退款',
    form: one('退款', {
      on: date('退款日期', { required: true, width: 6 }),
      reference: text('退款流水号', { max: 60, required: true, width: 6 }),
    }),
    checks: past('退款日期', 'on') ?? [],
  },
  'money-fiscal': {
    title: '补登财政电子票据号',
    form: one('票据', { number: { ...fiscal, required: true } }),
  },
};
