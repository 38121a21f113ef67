import Type from 'typebox';
import { exact, words } from './case-exact.ts';
import { Day } from './shapes.ts';

const Text = Type.String();
const MaybeText = Type.Optional(Text);

const LineView = exact({
  fee: Text,
  label: Text,
  unit: Text,
  quantity: Type.Integer(),
  price: Text,
  amount: Text,
  basis: Text,
});

const WayView = words('transfer', 'cash', 'card', 'port');
const surplus = Type.Optional(Type.Literal(true));
const move = <const M extends string, P extends Type.TProperties>(name: M, properties: P) =>
  exact({ move: Type.Literal(name), ...properties });

/** What happened to the money of a case. */
export const MoneyToldView = Type.Union([
  move('billed', {
    bill: Text,
    on: Day,
    lines: Type.Array(LineView),
    credit: Text,
    total: Text,
    exempt: Type.Optional(exact({ reason: Text, basis: Text })),
  }),
  move('claimed', { claim: Text, bill: Text }),
  move('claim-refused', { claim: Text, reason: Text }),
  move('paid', {
    claim: MaybeText,
    payment: Text,
    bill: Text,
    way: WayView,
    amount: Text,
    on: Day,
    reference: Text,
    fiscal: MaybeText,
    surplus,
  }),
  move('exempted', { bill: Text, reason: Text, basis: MaybeText }),
  move('voided', { bill: Text, reason: Text }),
  move('refund-asked', { refund: Text, payment: Text, amount: Text, reason: Text }),
  move('refunded', { refund: Text, payment: Text, amount: Text, on: Day, reference: Text }),
  move('refund-refused', { refund: Text, reason: Text }),
  move('fiscal', { payment: Text, number: Text }),
]);

/** Bills, payments and refunds of a case as they stand. */
export const AccountView = exact({
  bills: Type.Array(
    exact({
      id: Text,
      on: Day,
      lines: Type.Array(LineView),
      credit: Text,
      total: Text,
      status: words('open', 'paid', 'exempt', 'void'),
      reason: MaybeText,
      basis: MaybeText,
    }),
  ),
  claims: Type.Array(
    exact({ id: Text, bill: Text, status: words('open', 'confirmed', 'refused'), reason: MaybeText }),
  ),
  payments: Type.Array(
    exact({
      id: Text,
      bill: Text,
      way: WayView,
      amount: Text,
      on: Day,
      reference: Text,
      fiscal: MaybeText,
      surplus,
    }),
  ),
  refunds: Type.Array(
    exact({
      id: Text,
      payment: Text,
      amount: Text,
      reason: Text,
      askedBy: Text,
      status: words('asked', 'done', 'refused'),
      on: Type.Optional(Day),
      reference: MaybeText,
    }),
  ),
});
