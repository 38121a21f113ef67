import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { PAID_FEES, paidToy } from '../../case/model/testing/paid-toy.ts';
import { verifyAll } from '@zhitongche/proof/server';
import { addPolicy } from '../../administration/server/policies.ts';
import { signed } from './signature.ts';

const pay = { cashier: 'https://pay.example.test/cashier', merchant: 'M-1', secret: '0123456789abcdef' };
const secret = Buffer.from(pay.secret);

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [paidToy], config: { pay } });
  door = await openDoor(t);
  for (const [key, value] of Object.entries(PAID_FEES)) await setFee(key, value, '2026-03-02');
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});
beforeEach(() => t.at('2026-03-02'));

const setFee = async (key: string, value: string, validFrom: string, validTo?: string): Promise<unknown> =>
  await addPolicy(
    t.app,
    await t.actor('security-admin'),
    { key: freshKey(), what: 'addPolicy', request: {} },
    { key, value, validFrom, ...(validTo ? { validTo } : {}), source: '某价〔2026〕1号' },
  );

const toPay = async (copies = 3): Promise<string> => {
  const id = await submitted(t, 'paid-toy', { title: '学历证明', copies, urgent: false, poor: false });
  await takes(t, 'window', id, { act: 'agree' });
  return id;
};

type Message = Readonly<Record<string, string>>;
const paid = (caseId: string, more: Message = {}): Message => ({
  merchant: 'M-1',
  event: 'paid',
  transaction: `T-${caseId.slice(-12)}`,
  order: `${caseId}.B1`,
  amount: '150.00',
  currency: 'CNY',
  day: '2026-03-02',
  ...more,
});
const tell = async (
  message: Message | string,
  { seconds = 0, key = secret }: { seconds?: number; key?: Uint8Array } = {},
): Promise<Got> => {
  const raw = typeof message === 'string' ? message : JSON.stringify(message);
  const at = String(Math.floor(t.app.clock().getTime() / 1000) + seconds);
  return await door.call(null, 'payCallback', {
    body: raw,
    headers: { 'x-pay-timestamp': at, 'x-pay-signature': signed(key, at, raw) },
  });
};
const codeOf = ({ json }: Got): unknown => (json as { code?: unknown } | null)?.code;
const stateOf = async (id: string) => {
  const [row] = await t.base.owner.query<{ step: string | null; status: string; money: unknown }>(
    `select step, status, state->'money' as money from case_file where id = $1`,
    [id],
  );
  return row;
};
const paymentsOf = async (id: string) =>
  await t.base.owner.query<{ id: string; status: string; amount: string; reference: string }>(
    `select id, status, amount, reference from money_line where case_id = $1 and kind = 'payment' order by id`,
    [id],
  );
const findings = async (): Promise<readonly { kind: string; about: string; times: number }[]> => {
  const { json } = await door.call('finance-officer', 'moneyFindings');
  return (json as { findings: { kind: string; about: string; times: number }[] }).findings;
};
const found = async (kind: string, about = '') =>
  (await findings()).find((one) => one.kind === kind && one.about === about)?.times ?? 0;

describe('a message of the payment port', () => {
  test('that is genuine pays the bill, takes the case on and asks for its receipt', async () => {
    const id = await toPay();
    expect((await tell(paid(id))).status).toBe(200);
    expect(await stateOf(id)).toMatchObject({ step: 'check' });
    expect(await paymentsOf(id)).toMatchObject([{ status: 'received', amount: '150.00' }]);
    const drawn = await t.base.owner.query(
      `select seq from number_drawn where case_id = $1 and series = 'money-receipt'`,
      [id],
    );
    expect(drawn).toHaveLength(1);
  });

  test('told ten times at once pays once, and the repeats are counted in one line', async () => {
    const id = await toPay();
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(paid(id))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await paymentsOf(id)).toHaveLength(1);
    expect(await found('repeated', paid(id)['transaction'])).toBe(9);
  });

  test.each([
    ['forged', {}, { key: Buffer.from('another secret') }, 401],
    ['stale', {}, { seconds: -301 }, 401],
    ['stale', {}, { seconds: 301 }, 401],
    ['wrong-amount', { amount: '149.99' }, {}, 422],
    ['currency', { currency: 'USD' }, {}, 422],
    ['merchant', { merchant: 'M-2' }, {}, 422],
  ] as const)(
    'that is %s pays nothing, and is seen by the finance officer',
    async (kind, more, how, status) => {
      const id = await toPay();
      const about = kind === 'forged' || kind === 'stale' ? '' : paid(id)['transaction'];
      const before = await found(kind, about);
      const answer = await tell(paid(id, more), how);
      expect([answer.status, codeOf(answer)]).toEqual([
        status,
        status === 401 ? 'money.forged' : 'money.mismatch',
      ]);
      expect(await paymentsOf(id)).toEqual([]);
      expect(await stateOf(id)).toMatchObject({ step: 'pay' });
      expect(await found(kind, about)).toBe(before + 1);
    },
  );

  test.each([
    ['nothing', '{}'],
    ['no JSON', '{"merchant":'],
    ['a list', '[]'],
    ['letters no table holds', JSON.stringify(paid('x', { order: '\u0000' }))],
    ['an amount below the fen', JSON.stringify(paid('x', { amount: '1.005' }))],
  ])('that says %s is refused before anything is looked for', async (_what, raw) => {
    const answer = await tell(raw);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'money.message']);
  });

  test('of an order nobody gave, or of a draft, pays nothing', async () => {
    const id = await toPay();
    expect((await tell(paid(id, { order: 'anything' }))).status).toBe(422);
    expect((await tell(paid(id, { order: `${freshKey()}.B1` }))).status).toBe(422);
    expect((await tell(paid(id, { order: `${id}.B7` }))).status).toBe(422);
    expect(await paymentsOf(id)).toEqual([]);
  });

  test('with a number that paid for another bill pays no second one', async () => {
    const [one, other] = [await toPay(), await toPay()];
    const number = { transaction: 'T-ONE-FOR-TWO' };
    const answers = await Promise.all([tell(paid(one, number)), tell(paid(other, number))]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect([...(await paymentsOf(one)), ...(await paymentsOf(other))]).toHaveLength(1);
  });

  test('that tells the closing of an order, before or after the payment, changes nothing', async () => {
    const id = await toPay();
    await tell(paid(id, { event: 'closed' }));
    expect(await stateOf(id)).toMatchObject({ step: 'pay' });
    await tell(paid(id));
    await tell(paid(id, { event: 'closed' }));
    expect(await paymentsOf(id)).toHaveLength(1);
  });

  test('after the end of the case is kept as money to be given back, and goes back by two', async () => {
    const id = await toPay();
    await takes(t, 'filer', id, { act: 'cancel', opinion: '不办了' });
    expect((await tell(paid(id))).status).toBe(200);
    expect(await paymentsOf(id)).toMatchObject([{ status: 'surplus', amount: '150.00' }]);
    expect(await found('surplus', paid(id)['transaction'])).toBe(1);
    await takes(t, 'window', id, { act: 'refund:第1笔', opinion: '办件已撤销', data: { amount: '150.00' } });
    await takes(t, 'finance-officer', id, { act: 'repay:R1', data: { on: '2026-03-02', reference: 'B-9' } });
    const [line] = await t.base.owner.query(
      `select status from money_line where case_id = $1 and kind = 'refund'`,
      [id],
    );
    expect(line).toMatchObject({ status: 'done' });
  });

  test('is not lost and not halved when the program dies before the commit', async () => {
    const id = await toPay();
    await t.base.owner.query(
      `create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    await t.base.owner.query(
      'create trigger dies after insert on money_line for each row execute function die()',
    );
    expect((await tell(paid(id))).status).toBeGreaterThanOrEqual(500);
    await t.base.owner.query('drop trigger dies on money_line; drop function die()');
    expect(await stateOf(id)).toMatchObject({ step: 'pay' });
    expect(await paymentsOf(id)).toEqual([]);
    expect((await tell(paid(id))).status).toBe(200);
    expect(await paymentsOf(id)).toHaveLength(1);
  });

  test('whatever is told in whatever order with presses between: one bill is paid once', async () => {
    const step = fc.oneof(
      fc.record({
        tell: fc.constantFrom('paid', 'closed'),
        tx: fc.constantFrom('A', 'B'),
        seconds: fc.constantFrom(0, 0, 900),
        right: fc.boolean(),
      }),
      fc.constant('counter' as const),
      fc.constant('cancel' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const id = await toPay();
        await Promise.all(
          steps.map(async (one) => {
            if (one === 'counter')
              return await takes(t, 'window', id, {
                act: 'pay-counter',
                data: { way: 'cash', reference: 'S-1' },
              }).catch(() => undefined);
            if (one === 'cancel')
              return await takes(t, 'filer', id, { act: 'cancel', opinion: '不办了' }).catch(() => undefined);
            return await tell(
              paid(id, {
                event: one.tell,
                transaction: `T-${id.slice(-12)}-${one.tx}`,
                amount: one.right ? '150' : '1.00',
              }),
              { seconds: one.seconds },
            );
          }),
        );
        const payments = await paymentsOf(id);
        expect(payments.filter(({ status }) => status === 'received').length).toBeLessThanOrEqual(1);
        expect(new Set(payments.map(({ reference }) => reference)).size).toBe(payments.length);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the ledger', () => {
  test('shows the finance officer all, a unit its own, and others nothing', async () => {
    const id = await toPay();
    const lines = async (who: Parameters<Door['call']>[0]) =>
      (
        (await door.call(who, 'moneyLines', { query: { limit: '200' } })).json as {
          items: { caseId: string }[];
        }
      ).items.filter(({ caseId }) => caseId === id).length;
    expect([await lines('finance-officer'), await lines('filer')]).toEqual([1, 1]);
    expect([await lines('filer@other'), await lines('handler'), await lines('system-admin')]).toEqual([
      0, 0, 0,
    ]);
  });

  test('takes a transfer for one bill only, whoever confirms it', async () => {
    const [one, other] = [await toPay(), await toPay()];
    const confirm = { act: 'pay-confirm', data: { on: '2026-03-02', reference: 'ICBC-ONE' } };
    for (const id of [one, other]) {
      const voucher = await door.call('filer', 'uploadFile', {
        params: { case: id },
        file: { name: '回单.pdf', bytes: PDF },
      });
      await takes(t, 'filer', id, {
        act: 'pay-voucher',
        data: { payer: '李某', on: '2026-03-02', voucher: [voucher.json as never] },
      });
    }
    await takes(t, 'finance-officer', one, confirm);
    await expect(takes(t, 'finance-officer', other, confirm)).rejects.toMatchObject({
      code: 'money.reference-used',
    });
    expect(await stateOf(other)).toMatchObject({ step: 'pay-check' });
  });

  test('is as the events tell it, and verify names a line that is not', async () => {
    const broken = async () => (await verifyAll(t.app)).flatMap((one) => one.broken);
    expect(await broken()).toEqual([]);
    const id = await toPay();
    await tell(paid(id));
    await t.base.owner.query(`update money_line set amount = 1 where case_id = $1 and kind = 'payment'`, [
      id,
    ]);
    expect(await broken()).toEqual([expect.stringContaining('收费台账')]);
    await t.base.owner.query(`update money_line set amount = 150 where case_id = $1 and kind = 'payment'`, [
      id,
    ]);
  });
});

describe('paying online', () => {
  test('leads whoever may pay to the cashier with a signed order, and nobody else', async () => {
    const id = await toPay();
    const { json } = await door.call('filer', 'payOrder', { params: { case: id } });
    const url = new URL((json as { url: string }).url);
    expect([url.origin, url.searchParams.get('amount'), url.searchParams.get('order')]).toEqual([
      'https://pay.example.test',
      '150.00',
      `${id}.B1`,
    ]);
    expect((await door.call('window', 'payOrder', { params: { case: id } })).status).toBe(409);
    expect((await door.call('filer@other', 'payOrder', { params: { case: id } })).status).toBe(404);
  });
});

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
