import { useLocation } from '@tanstack/react-router';
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

const KEYS = ['merchant', 'order', 'amount', 'currency', 'subject', 'back', 'sign'] as const;

/** The cashier of the stand-in: pays, or misbehaves as it is told to. */
export const LocalCashier = () => {
  const { searchStr } = useLocation();
  const asked = new URLSearchParams(searchStr);
  const [merchant = '', order = '', amount = '', currency = '', subject = '', back = '', sign = ''] =
    KEYS.map((key) => asked.get(key) ?? '');
  const [how, setHow] = useState<Body['how']>('paid');
  const [state, setState] = useState<{
    readonly busy: boolean;
    readonly said?: string;
    readonly error?: unknown;
  }>({
    busy: false,
  });
  const pay = async (): Promise<void> => {
    setState({ busy: true });
    try {
      const { answers } = await call('localPay', {
        body: { merchant, order, amount, currency, subject, back, sign, how },
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
      <h1>{subject}</h1>
      <p className="local-amount">{moneyText(amount)} 元</p>
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
        <a className="button button-primary" href={back}>
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
