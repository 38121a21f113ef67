import { mkdir, readFile, appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dayInShanghai } from '@zhitongche/base';
import type { API, BodyOf } from '@zhitongche/contract';
import type { App, PaymentPort } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import type { PortMessage, PortOrder } from '@zhitongche/money';
import { noPort } from './call-back.ts';
import { signOrder } from './orders.ts';
import { signed, WINDOW } from './signature.ts';

type Asked = BodyOf<(typeof API)['localPay']>;

/** A message as it leaves the stand-in. */
export interface Sent {
  readonly raw: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** The messages a port would send for an order, rightly or as badly as it was asked to. */
export function messagesFor(
  port: PaymentPort,
  order: PortOrder,
  how: Asked['how'],
  now: Date,
): readonly Sent[] {
  const paid: PortMessage = {
    merchant: order.merchant,
    event: 'paid',
    transaction: `L-${sm3Hex(`${order.order}/${how === 'again' ? 2 : 1}`).slice(0, 12)}`,
    order: order.order,
    amount: order.amount,
    currency: order.currency,
    day: dayInShanghai(now.toISOString()),
  };
  const sent = (message: PortMessage, seconds = 0, secret: Uint8Array = port.secret): Sent => {
    const raw = JSON.stringify(message);
    const timestamp = String(Math.floor(now.getTime() / 1000) + seconds);
    return { raw, timestamp, signature: signed(secret, timestamp, raw) };
  };
  switch (how) {
    case 'ten-times':
      return Array.from({ length: 10 }, () => sent(paid));
    case 'late':
      return [sent(paid, -2 * WINDOW)];
    case 'forged':
      return [sent(paid, 0, Buffer.from('somebody else'))];
    case 'less':
      return [sent({ ...paid, amount: '0.01' })];
    case 'dollars':
      return [sent({ ...paid, currency: 'USD' })];
    case 'merchant':
      return [sent({ ...paid, merchant: 'somebody-else' })];
    case 'closed-first':
      return [sent({ ...paid, event: 'closed' }), sent(paid)];
    default:
      return [sent(paid)];
  }
}

/** What counts as paid at the stand-in itself, whatever it told. */
const TAKES: readonly Asked['how'][] = ['paid', 'ten-times', 'again', 'late', 'closed-first'];

/**
 * Pays at the stand-in of the demo office: the money is in its books, and its messages go out over the network as any port's.
 * @throws ProblemError: `money.no-port`.
 */
export async function payLocally(
  app: App,
  { how, sign, ...order }: Asked,
  door: string,
): Promise<{ answers: number[]; back: string }> {
  const port = await localPort(app);
  if (signOrder(port, order) !== sign) throw noPort();
  const now = app.clock();
  const messages = messagesFor(port, order, how, now);
  const [first] = messages;
  if (first && TAKES.includes(how)) await keep(app, JSON.parse(first.raw) as PortMessage);
  const answers: number[] = [];
  for (const message of messages) answers.push(await send(door, message));
  return { answers, back: order.back };
}

/** Hands a message over, again while nobody answers, as ports do. */
async function send(door: string, { raw, timestamp, signature }: Sent): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    try {
      const { status } = await fetch(new URL('/api/pay/callback', door), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-pay-timestamp': timestamp,
          'x-pay-signature': signature,
        },
        body: raw,
        signal: AbortSignal.timeout(10_000),
      });
      if (status < 500 || tries >= 2) return status;
    } catch (error) {
      if (tries >= 2) throw error;
    }
    await pause(200 * (tries + 1));
  }
}

const fileOf = (app: App, day: string): string => join(app.config.dataDir, 'local-port', `${day}.csv`);
const HEADS = '交易日期,流水号,收入,支出,摘要\n';

const sheetOf = async (app: App, day: string): Promise<string> => {
  try {
    return await readFile(fileOf(app, day), 'utf8');
  } catch {
    return HEADS;
  }
};

/** Puts a payment into the books of the stand-in, once. */
async function keep(app: App, { day, transaction, amount, order }: PortMessage): Promise<void> {
  const known = await sheetOf(app, day);
  if (known.includes(transaction)) return;
  await mkdir(join(app.config.dataDir, 'local-port'), { recursive: true });
  await appendFile(
    fileOf(app, day),
    `${known === HEADS ? HEADS : ''}${day},${transaction},${amount},,${order}\n`,
  );
}

/** The day sheet of the stand-in. */
export async function localSheet(app: App, day: string): Promise<{ bytes: Uint8Array; name: string }> {
  await localPort(app);
  return { bytes: Buffer.from(`\uFEFF${await sheetOf(app, day)}`), name: `演示支付流水-${day}.csv` };
}

async function localPort(app: App): Promise<PaymentPort> {
  const port = await app.payments.port(app.config.office);
  if (!port?.local) throw noPort();
  return port;
}
