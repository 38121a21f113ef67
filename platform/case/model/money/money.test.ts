import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBill, settled } from '@zhitongche/money';
import { foldMoney, keptOf, refundDue } from '@zhitongche/money';
import { fold } from '../fold.ts';
import type { Service } from '../service.ts';
import { sweep } from '../sweep/sweep.ts';
import { type Story, story } from '../testing.ts';
import { PAID_FEES, paidToy } from '../testing/paid-toy.ts';
import { decidePaid, type PaidOutside } from './decide-paid.ts';

const filed = (answers = {}) => story(paidToy, { policies: PAID_FEES }).submit(answers);
const accepted = (answers = {}) => filed(answers).act('window', { act: 'agree' });
const counter = { act: 'pay-counter', data: { way: 'cash', reference: 'S-1' } };
const ported = (s: Story, paid: Partial<PaidOutside> = {}, service: Service = paidToy) =>
  decidePaid(
    service,
    s.state,
    { bill: 'B1', way: 'port', amount: '150.00', on: s.today, reference: 'T-1', ...paid },
    s.setting,
  );

describe('a bill', () => {
  test('has the lines the answers give rise to, and their sum, to the fen', () => {
    const bill = openBill(accepted({ copies: 3, urgent: true }).state.money);
    expect(bill?.lines.map(({ label, quantity, price, amount }) => [label, quantity, price, amount])).toEqual(
      [
        ['认证费', 3, '50.00', '150.00'],
        ['加急费', 3, '25.5', '76.50'],
      ],
    );
    expect(bill?.total).toBe('226.50');
  });

  test('is fixed as its step begins: a fee raised the next day changes nothing', () => {
    const s = accepted()
      .on('2026-03-03')
      .given({ policies: { ...PAID_FEES, 'paid-toy.fee.copy': '80.00' } });
    expect(openBill(s.state.money)?.total).toBe('150.00');
    s.act('window', { act: 'correct', faults: [{ at: 'title', message: '请改' }] });
    s.submit({ title: '学位证明' });
    // Corrected, with the same to pay: the bill stands.
    expect(s.state.money?.bills.map(({ total, status }) => [total, status])).toEqual([['150.00', 'open']]);
  });

  test('that is wrong is void with a reason, and drawn up anew by the fees of today', () => {
    const s = accepted().given({ policies: { ...PAID_FEES, 'paid-toy.fee.copy': '80.00' } });
    expect(s.refused('finance-officer', { act: 'pay-anew' })[0]?.at).toEqual(['opinion']);
    s.act('finance-officer', { act: 'pay-anew', opinion: '标准录错' });
    expect(s.state.money?.bills.map(({ total, status }) => [total, status])).toEqual([
      ['150.00', 'void'],
      ['240.00', 'open'],
    ]);
    // Whoever paid the old one gets the money back.
    s.take(ported(s));
    expect([refundDue(s.state.money), s.state.step]).toEqual(['150.00', 'pay']);
  });

  test('follows a correction: what is asked for anew is billed at the price of the first day', () => {
    const s = accepted().given({ policies: { ...PAID_FEES, 'paid-toy.fee.copy': '80.00' } });
    s.act('window', { act: 'correct', faults: [{ at: 'copies', message: '共四份' }] }).submit({ copies: 4 });
    expect(s.state.money?.bills.map(({ total, status }) => [total, status])).toEqual([
      ['150.00', 'void'],
      ['200.00', 'open'],
    ]);
  });

  test('takes off what was paid when more is asked for later', () => {
    const s = accepted().act('window', counter);
    s.act('handler', { act: 'correct', faults: [{ at: 'copies', message: '共四份' }] }).submit({ copies: 4 });
    const bill = openBill(s.state.money);
    expect([bill?.credit, bill?.total]).toEqual(['150.00', '50.00']);
  });

  test('takes nothing off that is asked back: it is not there when the refund is agreed to', () => {
    const s = accepted().act('window', counter);
    const { money } = s.state;
    const payment = money?.payments[0]?.id ?? '';
    const asked = { move: 'refund-asked', refund: 'R1', payment, amount: '100.00', reason: '多收' } as const;
    expect(keptOf(foldMoney(money, asked))).toBe('50.00');
    const refused = { move: 'refund-refused', refund: 'R1', reason: '没有多收' } as const;
    expect(keptOf(foldMoney(foldMoney(money, asked), refused))).toBe('150.00');
  });

  test('is none where nothing is charged: the step is passed over', () => {
    const s = accepted({ copies: 0 });
    expect(s.state.step).toBe('check');
    expect(s.state.money).toBeUndefined();
  });

  test('of whoever is exempt by what he filed is on record, and holds up nobody', () => {
    const s = accepted({ poor: true });
    expect(s.state.step).toBe('check');
    expect(s.state.money?.bills).toMatchObject([
      { status: 'exempt', reason: '最低生活保障对象', total: '150.00' },
    ]);
  });
});

describe('a day on which no fee is in force', () => {
  test('takes no filing, and says which fee, why and what to do', () => {
    const s = story(paidToy, { policies: { 'paid-toy.fee.copy': '50.00' } });
    const [problem] = s.refused('filer', { act: 'submit', answers: s.answers({ urgent: true }) });
    expect(problem).toMatchObject({
      code: 'fees.not-set',
      message: '“加急费”在2026-03-02没有有效的收费标准，暂不能申报',
    });
    expect(problem?.todo).toContain('收费标准');
    // Only what is asked for needs a price.
    s.submit({ urgent: false });
  });

  test('takes no case to its payment step, and writes nothing', () => {
    const s = filed().given({ policies: {} });
    expect(s.refused('window', { act: 'agree' })[0]).toMatchObject({ code: 'fees.not-set' });
    expect(s.state.step).toBe('accept');
  });
});

describe('a payment step', () => {
  test('waits for the applicant with the clock standing still, and goes on with it', () => {
    const s = accepted();
    expect(s.state.step).toBe('pay');
    expect(s.events.at(-1)?.body).toMatchObject({ type: 'clock-paused', why: 'payment' });
    s.on('2026-03-05').act('window', counter);
    expect(s.state.step).toBe('check');
    // Five days promised on 2 March, three of them stood still: from the 5th on, five are left.
    expect(s.state.promise).toMatchObject({ due: '2026-03-12' });
  });

  test('is paid at the counter with a receipt for it', () => {
    const s = accepted().act('window', counter);
    expect(s.state.money?.payments).toEqual([
      { id: '第1笔', bill: 'B1', way: 'cash', amount: '150.00', on: '2026-03-02', reference: 'S-1' },
    ]);
    expect(s.state.papers.map(({ paper }) => paper)).toEqual(['receipt-of-payment:第1笔']);
    expect(s.issueAll().state.papers[0]?.status).toBe('issued');
  });

  test('is paid by a voucher once the office has found it at the bank; one not found is told why', () => {
    const voucher = {
      act: 'pay-voucher',
      data: {
        payer: '李某',
        on: '2026-03-02',
        voucher: [{ id: 'f', name: '回单.pdf', size: 9, type: 'application/pdf', digest: '0'.repeat(64) }],
      },
    };
    const s = accepted().act('filer', voucher);
    expect(s.state.step).toBe('pay-check');
    s.act('finance-officer', { act: 'pay-turn-down', opinion: '银行无此流水' });
    expect([s.state.step, s.state.money?.claims[0]?.status]).toEqual(['pay', 'refused']);
    s.act('filer', voucher).act('finance-officer', {
      act: 'pay-confirm',
      data: { on: '2026-03-02', reference: 'ICBC-77' },
    });
    expect([s.state.step, s.state.money?.claims.map(({ status }) => status)]).toEqual([
      'check',
      ['refused', 'confirmed'],
    ]);
    expect(s.state.money?.payments[0]).toMatchObject({ way: 'transfer', reference: 'ICBC-77' });
  });

  test('is left by an exemption, which needs a reason and its basis', () => {
    const s = accepted();
    expect(s.refused('finance-officer', { act: 'pay-exempt' }).map(({ at }) => at.join('.'))).toEqual([
      'opinion',
      'data.basis',
    ]);
    s.act('finance-officer', {
      act: 'pay-exempt',
      opinion: '灾区群众',
      data: { basis: '某政发〔2026〕1号' },
    });
    expect([s.state.step, openBill(s.state.money)]).toEqual(['check', undefined]);
  });

  test('is nobody’s to settle for himself: the applicant neither exempts nor takes money', () => {
    expect(
      accepted()
        .open('filer')
        .map(({ act }) => act),
    ).toEqual(['pay-voucher', 'cancel']);
  });

  test('is sound as a definition: every road is walked', () => {
    expect(sweep(paidToy, { world: { policies: PAID_FEES } })).toEqual([]);
  });
});

describe('the payment port', () => {
  test('pays the bill and takes the case on; told ten times, it is paid once', () => {
    const s = accepted();
    for (let n = 0; n < 10; n += 1) s.take(ported(s));
    expect(s.state.money?.payments).toHaveLength(1);
    expect(s.state.step).toBe('check');
  });

  test('pays nothing with another amount, or for a bill there is not', () => {
    const s = accepted();
    expect(ported(s, { amount: '149.99' })).toMatchObject({
      ok: false,
      problems: [{ code: 'money.wrong-amount' }],
    });
    expect(ported(s, { bill: 'B7' })).toMatchObject({ ok: false, problems: [{ code: 'money.no-bill' }] });
    // The same amount written otherwise is the same amount.
    expect(s.take(ported(s, { amount: '150' })).state.step).toBe('check');
  });

  test('may be late: money that comes after the end is kept, and is to go back', () => {
    const s = accepted().act('filer', { act: 'cancel', opinion: '不办了' });
    expect(s.state.status).toBe('cancelled');
    s.take(ported(s));
    expect([refundDue(s.state.money), s.state.status]).toEqual(['150.00', 'cancelled']);
    expect(s.state.papers).toEqual([]);
  });

  test('may be early: a case that stands still is taken on once it is resumed or corrected', () => {
    const s = accepted().act('window', { act: 'correct', faults: [{ at: 'title', message: '改' }] });
    s.take(ported(s));
    expect([s.state.status, settled(s.state.money)]).toEqual(['correcting', true]);
    expect(s.submit().state.step).toBe('check');
  });
});

describe('a refund', () => {
  const refund = (amount: string) => ({ act: 'refund:第1笔', opinion: '多缴', data: { amount } });
  const repaid = { act: 'repay:R1', data: { on: '2026-03-02', reference: 'B-9' } };

  test('is asked for by one and confirmed by another', () => {
    const s = accepted().act('window', counter).act('finance-officer', refund('50.00'));
    expect(s.open('finance-officer').map(({ act }) => act)).not.toContain('repay:R1');
    s.act('finance-officer#2', repaid);
    expect(s.state.money?.refunds).toMatchObject([{ status: 'done', amount: '50.00', reference: 'B-9' }]);
  });

  test('is never more than was paid, whatever is already on its way', () => {
    const s = accepted().act('window', counter).act('window', refund('100.00'));
    expect(s.refused('window', refund('50.01'))[0]).toMatchObject({
      code: 'act.refund-too-much',
      at: ['data', 'amount'],
    });
    s.act('window', refund('50.00'));
    expect(s.open('window').filter(({ kind }) => kind === 'refund')).toEqual([]);
    s.act('finance-officer', { act: 'decline:R1', opinion: '不符合规定' });
    expect(s.open('window').filter(({ kind }) => kind === 'refund')).toHaveLength(1);
  });

  test('of what came too late can be made after the case has ended', () => {
    const s = accepted().act('filer', { act: 'cancel', opinion: '不办了' });
    s.take(ported(s));
    s.act('window', refund('150.00')).act('finance-officer', repaid);
    expect(refundDue(s.state.money)).toBe('0.00');
  });
});

const fen = (text: string): number => {
  const [yuan = '0', rest = ''] = text.split('.');
  return Number(yuan) * 100 + Number(rest.padEnd(2, '0'));
};
const sum = (all: readonly { readonly amount: string }[]) =>
  all.reduce((n, { amount }) => n + fen(amount), 0);

test('whatever happens in whatever order: lines are the bill, a bill is paid once, no more goes back than came, and the log says it all', () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('port' as const),
      tx: fc.integer({ min: 1, max: 4 }),
      bill: fc.constantFrom('B1', 'B2'),
      right: fc.boolean(),
    }),
    fc.record({
      do: fc.constant('act' as const),
      pick: fc.nat(40),
      who: fc.constantFrom('filer', 'window', 'finance-officer', 'handler'),
      amount: fc.integer({ min: 1, max: 20_000 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 50 }), (steps, copies) => {
      const s = accepted({ copies, urgent: copies % 2 === 0 });
      for (const one of steps) {
        const { money } = s.state;
        if (one.do === 'port') {
          const bill = money?.bills.find(({ id }) => id === one.bill);
          const amount = bill && one.right ? bill.total : '0.01';
          const told = ported(s, { bill: one.bill, amount, reference: `T-${one.tx}` });
          if (told.ok) s.take(told);
          continue;
        }
        const open = s.open(one.who);
        const act = open[one.pick % Math.max(1, open.length)];
        if (!act) continue;
        const done = s.attempt(one.who, {
          act: act.act,
          ...(act.seat === null ? {} : { seat: act.seat }),
          opinion: '理由',
          answers: s.answers({ copies: (copies + one.pick) % 51 }),
          faults: [{ at: 'title', message: '改' }],
          data: {
            way: 'card',
            reference: `S-${one.pick}`,
            on: s.today,
            payer: '李某',
            basis: '某号文',
            number: 'ABC123456',
            amount: (one.amount / 100).toFixed(2),
            voucher: [{ id: 'f', name: 'a.pdf', size: 9, type: 'application/pdf', digest: '0'.repeat(64) }],
          },
        });
        if (done.ok) s.take(done);
      }
      const money = s.state.money ?? { bills: [], payments: [], refunds: [], claims: [] };
      for (const bill of money.bills) {
        expect(fen(bill.total)).toBe(sum(bill.lines) - fen(bill.credit));
        const own = money.payments.filter((one) => one.bill === bill.id && !one.surplus);
        expect(own).toHaveLength(bill.status === 'paid' ? 1 : 0);
        if (own[0]) expect(own[0].amount).toBe(bill.total);
      }
      expect(money.bills.filter(({ status }) => status === 'open').length).toBeLessThanOrEqual(1);
      const ported4 = money.payments.filter(({ way }) => way === 'port').map(({ reference }) => reference);
      expect(new Set(ported4).size).toBe(ported4.length);
      for (const payment of money.payments) {
        const back = money.refunds.filter((one) => one.payment === payment.id && one.status !== 'refused');
        expect(sum(back)).toBeLessThanOrEqual(fen(payment.amount));
      }
      const receipts = new Set(s.state.papers.map(({ paper }) => paper));
      expect(receipts.size).toBe(money.payments.filter(({ surplus }) => !surplus).length);
      expect(fold(s.events).money).toEqual(s.state.money);
    }),
    { numRuns: 400 },
  );
});
