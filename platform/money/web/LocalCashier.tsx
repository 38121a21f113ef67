import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { moneyText } from '@zhitongche/base';
import { call, type Input } from '@zhitongche/contract/web';
import { Button, messageOf, Notice, SelectField } from '@zhitongche/ui';
import './Money.css';

type Body = Input<'localPay'>['body'];

const HOWS: readonly (readonly [Body['how'], string])[] = [
  ['paid', '正常支付'],
  ['ten-times', '通知重复十次'],
  ['again', '再付一次'],
  ['closed-first', '先通知关单，再通知已付'],
  ['late', '通知迟到'],
  ['forged', '伪造的通知'],
  ['less', '金额不符'],
  ['dollars', '币种不符'],
  ['merchant', '收款方不符'],
];

type Order = Omit<Body, 'how'>;

const KEYS = ['merchant', 'order', 'amount', 'currency', 'subject', 'back', 'sign'] as const;

/** The order in the address; undefined where there is none. */
const orderIn = (text: string): Order | undefined => {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof read !== 'object' || read === null) return undefined;
    const found = new Map(Object.entries(read));
    const texts = KEYS.map((key) => found.get(key));
    if (!texts.every((one): one is string => typeof one === 'string')) return undefined;
    const [merchant = '', order = '', amount = '', currency = '', subject = '', back = '', sign = ''] = texts;
    return { merchant, order, amount, currency, subject, back, sign };
  } catch {
    return undefined;
  }
};

/** The cashier of the stand-in: pays, or misbehaves as it is told to. */
export const LocalCashier = () => {
  const { o = '' } = useSearch({ from: '/pay/local' });
  const order = orderIn(o);
  const [how, setHow] = useState<Body['how']>('paid');
  const [state, setState] = useState<{
    readonly busy: boolean;
    readonly said?: string;
    readonly error?: unknown;
  }>({
    busy: false,
  });
  if (!order)
    return (
      <main className="local-cashier card stack">
        <h1>演示支付</h1>
        <p>没有要支付的账单，请从办件页进入。</p>
      </main>
    );
  const pay = async (): Promise<void> => {
    setState({ busy: true });
    try {
      const { answers } = await call('localPay', {
        body: { ...order, how },
      });
      setState({
        busy: false,
        said: answers.every((status) => status === 200) ? 'paid' : answers.join('、'),
      });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <main className="local-cashier card stack">
      <p className="soft">演示支付，不扣款</p>
      <h1>{order.subject}</h1>
      <p className="local-amount">{moneyText(order.amount)} 元</p>
      {state.error === undefined ? null : <Notice tone="danger">{messageOf(state.error)}</Notice>}
      {state.said === undefined ? null : state.said === 'paid' ? (
        <Notice tone="ok" title="支付成功" live>
          外办已收到通知。
        </Notice>
      ) : (
        <Notice tone="warn" live>
          外办没有接受这条通知（{state.said}）。
        </Notice>
      )}
      {state.said === 'paid' ? (
        <a className="button button-primary" href={order.back}>
          回到办件
        </a>
      ) : (
        <Button variant="primary" size="large" pending={state.busy} onPress={() => void pay()}>
          确认支付
        </Button>
      )}
      <details>
        <summary>试试支付平台出错</summary>
        <SelectField
          id="local-how"
          label="怎样通知"
          value={how}
          onChange={(value) => setHow(HOWS.find(([key]) => key === value)?.[0] ?? 'paid')}
          options={HOWS}
        />
      </details>
    </main>
  );
};
