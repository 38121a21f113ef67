import { blocking, type Problem } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { date, form, onePage, text, yuan } from '@zhitongche/form';
import { type GivenStages, type KeptRow, type Move, move } from '@zhitongche/register';
import { CONTROL } from './basis.ts';
import { nextPayment, nextUnpaid } from './figures.ts';
import type { Contract } from './form.ts';

/** A contract as its row keeps it. */
export const contractOf = ({ answers }: KeptRow): Contract => answers;

const ASKED = { amount: '合同金额', from: '履行起', until: '履行止' } as const;

const unfinished = (row: KeptRow): readonly Problem[] =>
  Object.entries(ASKED).flatMap(([key, label]) =>
    row.answers[key]
      ? []
      : [
          blocking(`contract.${key}`, [key], `还没有填写${label}`, `${key} is missing`, {
            todo: `请先“修改”，填写${label}`,
            basis: CONTROL,
          }),
        ],
  );

const unpaid = (row: KeptRow): readonly Problem[] =>
  nextUnpaid(contractOf(row)) === -1
    ? []
    : [
        blocking(
          'contract.unpaid',
          ['payments'],
          `还有未付的款：${nextPayment(contractOf(row))}`,
          'A payment is open',
          {
            todo: '请先“登记付款”；不再支付的，请从付款计划中删去并写明原因',
            basis: CONTROL,
          },
        ),
      ];

const payment = onePage('登记最早应付的一笔', {
  paidOn: date('付款日', { required: true, width: 6 }),
  voucher: text('凭证号', { max: 60, width: 6 }),
});

const pay = (key: string, stage: string): Move => ({
  key,
  label: '登记付款',
  from: [stage],
  to: stage,
  form: payment,
  checks: [
    checksFor<typeof payment>()({
      code: 'K-11',
      title: '付款日不在今天之后',
      level: 'block',
      basis: CONTROL,
      reads: ['paidOn'],
      run: ({ paidOn }, { today }) =>
        paidOn > today
          ? [{ at: ['paidOn'], message: '付款日还没有到', en: 'Still to come', todo: '付款后再登记' }]
          : [],
    }),
  ],
  needs: (row) =>
    nextUnpaid(contractOf(row)) === -1
      ? [
          blocking('contract.paid', ['payments'], '付款计划里没有未付的款', 'Nothing is open', {
            todo: '有新的付款，请先“修改”付款计划',
          }),
        ]
      : [],
  sets(row, { paidOn }) {
    const next = nextUnpaid(contractOf(row));
    const { payments = [] } = contractOf(row);
    return { payments: payments.map((one, at) => (at === next ? { ...one, paidOn } : one)) };
  },
  basis: CONTROL,
});

const why = (title: string) =>
  form({ why: { title, fields: { reason: text('原因', { max: 300, lines: 2, required: true }) } } });

/** From the draft to the archive: nothing is filed away while a payment of a contract that ran its term is open. */
export const stages: GivenStages = {
  first: 'draft',
  list: {
    draft: '起草',
    review: '审核',
    running: '履行',
    expired: '到期',
    terminated: '终止',
    archived: { label: '归档', ends: true },
  },
  moves: [
    move('submit', '送审', 'draft', 'review', { needs: unfinished, basis: CONTROL }),
    move('send-back', '退回修改', 'review', 'draft', { form: why('退回') }),
    move('sign', '登记签订', 'review', 'running', {
      form: onePage('签订', {
        signed: date('签订日期', { required: true, width: 6 }),
        opinion: text('审核意见', { max: 300, lines: 2 }),
      }),
      needs: unfinished,
      sets: (_row, { signed }) => ({ signed }),
      basis: CONTROL,
    }),
    pay('pay', 'running'),
    move('extend', '登记变更', 'running', 'running', {
      form: onePage('补充协议', {
        until: date('变更后履行止', { width: 6 }),
        amount: yuan('变更后合同金额', { width: 6 }),
        reason: text('变更内容', { max: 300, lines: 2, required: true }),
      }),
      sets: (_row, { until, amount }) => ({ ...(until ? { until } : {}), ...(amount ? { amount } : {}) }),
    }),
    move('expire', '到期', 'running', 'expired', {
      needs: (row, { today }) =>
        (contractOf(row).until ?? today) < today
          ? []
          : [
              blocking(
                'contract.running',
                ['until'],
                `履行期到${contractOf(row).until}，还没有过`,
                'It still runs',
                {
                  todo: '提前结束的，请办理“终止”',
                  basis: CONTROL,
                },
              ),
            ],
    }),
    move('terminate', '终止', 'running', 'terminated', {
      form: why('终止'),
      sets: (_row, { reason }, { today }) => ({ endedOn: today, reason }),
    }),
    pay('pay-late', 'expired'),
    move('archive', '归档', 'expired', 'archived', { needs: unpaid, basis: CONTROL }),
    move('archive-terminated', '归档', 'terminated', 'archived'),
  ],
};
