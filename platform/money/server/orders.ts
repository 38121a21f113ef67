import { openActs } from '@zhitongche/case';
import { openCase, settingOf } from '@zhitongche/case/server';
import {
  type App,
  type OfficeActor,
  type PaymentPort,
  ProblemError,
  publicOrigin,
} from '@zhitongche/core/server';
import { CURRENCY, openBill, orderOf, orderText, type PortOrder } from '@zhitongche/money';
import { noPort } from './call-back.ts';
import { signed } from './signature.ts';

/**
 * Where the applicant pays the bill of a case: the address of the port's cashier, signed.
 * @throws ProblemError: `case.not-found`, `money.no-bill`, `money.no-port`.
 */
export async function payOrder(app: App, actor: OfficeActor, caseId: string): Promise<{ url: string }> {
  const opened = await openCase(app, actor, caseId);
  const { service, state } = opened;
  const bill = openBill(state.money);
  // Whoever may hand in a voucher may pay: the button and this door ask the same.
  const may = openActs(service, state, actor, settingOf(opened, actor)).some(
    ({ act }) => act === 'pay-voucher',
  );
  if (!bill || !may)
    throw new ProblemError(
      409,
      'money.no-bill',
      '没有待您缴的账单，可能已经缴清，请刷新查看。',
      'No bill waits for you; look again.',
    );
  const port = await app.payments.port(actor.office);
  if (!port) throw noPort();
  const order: PortOrder = {
    merchant: port.merchant,
    order: orderOf(caseId, bill.id),
    amount: bill.total,
    currency: CURRENCY,
    subject: service.name,
    back: `${publicOrigin(app.config)}${actor.visitor ? '/visit' : ''}/hall/cases/${caseId}`,
  };
  return { url: cashierOf(port, order) };
}

/** The address of the cashier for an order. */
export const cashierOf = (port: PaymentPort, order: PortOrder): string => {
  const signedOrder = { ...order, sign: signOrder(port, order) };
  // One text: an address of our own pages is read and written anew, and an amount in it would lose its noughts.
  if (port.local)
    return `${port.cashier}?o=${Buffer.from(JSON.stringify(signedOrder)).toString('base64url')}`;
  const asked = new URLSearchParams(signedOrder);
  return `${port.cashier}${port.cashier.includes('?') ? '&' : '?'}${asked.toString()}`;
};

/** Signature of an order: without a moment of its own, for a bill is paid whenever. */
export const signOrder = (port: Pick<PaymentPort, 'secret'>, order: PortOrder): string =>
  signed(port.secret, 'order', orderText(order));
