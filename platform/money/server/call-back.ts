import { decidePaid, SYSTEM_DOER } from '@zhitongche/case';
import { commit, decided, lockCases, openLocked, settingOf } from '@zhitongche/case/server';
import { type App, ProblemError } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import {
  billOfOrder,
  CURRENCY,
  type FindingKind,
  type PortMessage,
  readPortMessage,
} from '@zhitongche/money';
import { note } from './findings.ts';
import { isOfNow, signedBy } from './signature.ts';

/** A message of the port as it came in. */
export interface CallBack {
  /** The body, byte for byte. */
  readonly raw: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly source: string;
}

const SYSTEM = { ...SYSTEM_DOER, grants: [], standsInFor: [] };

/**
 * Takes what the payment port tells: genuine and new, it pays the bill in one commit; told again, it changes nothing;
 * everything else is refused, and stands among what the finance officer looks at.
 * @throws ProblemError: `money.no-port`, `money.forged`, `money.message`, `money.mismatch`.
 */
export async function receive(
  app: App,
  { raw, timestamp, signature, source }: CallBack,
): Promise<{ ok: true }> {
  const { office } = app.config;
  const port = await app.payments.port(office);
  if (!port) throw noPort();
  const found = (kind: FindingKind, about = '', detail = {}) =>
    note(app, app.db.query, office, { kind, about, detail });
  if (!signedBy(port.secret, timestamp, raw, signature)) {
    await found('forged');
    throw forged();
  }
  if (!isOfNow(timestamp, app.clock())) {
    await found('stale', '', { source });
    throw forged();
  }
  const message = read(raw);
  if (!message) {
    await found('unreadable');
    throw new ProblemError(400, 'money.message', '支付通知的内容不完整。', 'The message is not complete.');
  }
  const { transaction, merchant, currency, amount, order } = message;
  const told = { order, amount, currency, merchant };
  if (merchant !== port.merchant || currency !== CURRENCY) {
    await found(merchant === port.merchant ? 'currency' : 'merchant', transaction, told);
    throw mismatch();
  }
  // Only what was paid counts, in whatever order it is told that the order was closed.
  if (message.event === 'closed') return { ok: true };
  const wrong = await app.db.tx((query) => pay(app, query, office, message, source));
  app.wake();
  if (wrong) {
    await found(wrong, transaction, told);
    if (wrong !== 'repeated' && wrong !== 'surplus') throw mismatch();
  }
  return { ok: true };
}

/** Pays the bill under the lock of its case; what is wrong with it, or what somebody has to look at although it paid. */
async function pay(
  app: App,
  query: Query,
  office: string,
  { order, amount, day, transaction }: PortMessage,
  source: string,
): Promise<FindingKind | undefined> {
  const of = billOfOrder(order);
  if (!of) return 'unknown-order';
  await lockCases(query, office, [of.caseId]);
  const opened = await openLocked(app, query, office, of.caseId);
  if (!opened || opened.state.status === 'draft') return 'unknown-order';
  // Two orders told at once with one number wait for each other here, whichever case they name.
  await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`pay/${office}/${transaction}`]);
  const [other] = await query(
    `select case_id from money_line where office = $1 and kind = 'payment' and way = 'port' and reference = $2
       and case_id <> $3`,
    [office, transaction, of.caseId],
  );
  if (other) return 'reused';
  const result = decidePaid(
    opened.service,
    opened.state,
    { bill: of.bill, way: 'port', amount, on: day, reference: transaction },
    settingOf(opened, SYSTEM),
  );
  if (!result.ok) {
    const code = result.problems[0]?.code;
    if (code === 'money.wrong-amount') return 'wrong-amount';
    if (code === 'money.no-bill') return 'unknown-order';
  }
  const decision = decided(result);
  if (decision.events.length === 0) return 'repeated';
  await commit(app, office, opened, decision, { action: 'money.paid', source, query });
  const surplus = decision.events.some(
    (event) => event.type === 'money' && event.told.move === 'paid' && event.told.surplus,
  );
  return surplus ? 'surplus' : undefined;
}

const read = (raw: string): PortMessage | undefined => {
  try {
    return readPortMessage(JSON.parse(raw));
  } catch {
    return undefined;
  }
};

/** No port is connected. */
export const noPort = (): ProblemError =>
  new ProblemError(
    404,
    'money.no-port',
    '本外办没有开通在线支付，请上传转账凭证，或到窗口缴费。',
    'Nobody pays online here; hand in a voucher or pay at the counter.',
  );

const forged = (): ProblemError =>
  new ProblemError(
    401,
    'money.forged',
    '支付通知的签名或时间不符。',
    'Signature or time of the message does not hold.',
  );

const mismatch = (): ProblemError =>
  new ProblemError(
    422,
    'money.mismatch',
    '支付通知与账单不符，已记录待人工核查。',
    'The message does not fit the bill; somebody will look at it.',
  );
