import { moneyText } from '@zhitongche/base';
import type { CaseView } from '@zhitongche/contract';
import { useWrite } from '@zhitongche/contract/web';
import { ComputedView } from '@zhitongche/form/web';
import { type Bill, refundDue, type Payment, type Refund, WAYS } from '@zhitongche/money';
import { Badge, Button, dayText, messageOf, Notice, toast, type Tone } from '@zhitongche/ui';
import { billTable } from './bill-table.ts';
import './MoneyPanel.css';

const STATUS: Readonly<Record<Bill['status'], { readonly words: string; readonly tone: Tone }>> = {
  open: { words: '待缴', tone: 'warn' },
  paid: { words: '已缴', tone: 'ok' },
  exempt: { words: '免缴', tone: 'ok' },
  void: { words: '作废', tone: 'idle' },
};

/** 费用: what is to be paid and what was, what went back; the same for whoever filed and for the office. */
export const MoneyPanel = ({
  view,
  className = 'money stack',
}: {
  readonly view: CaseView;
  readonly className?: string;
}) => {
  const { money } = view.state;
  if (!money) return null;
  const due = refundDue(money);
  const shown = money.bills.filter(({ status }, at, all) => status !== 'void' || at === all.length - 1);
  return (
    <section className={className} aria-labelledby="money-title">
      <h2 id="money-title">费用</h2>
      {due === '0.00' ? null : <Notice tone="warn">有{moneyText(due)}元到账时已无应缴，应当退还。</Notice>}
      {shown.map((bill) => (
        <OneBill key={bill.id} bill={bill} waits={money.claims.some(({ status }) => status === 'open')} />
      ))}
      {view.payOnline ? <PayOnline caseId={view.row.id} /> : null}
      {money.payments.length > 0 ? (
        <ul className="money-list">
          {money.payments.map((payment) => (
            <Paid
              key={payment.id}
              payment={payment}
              refunds={money.refunds.filter((refund) => refund.payment === payment.id)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
};

const OneBill = ({ bill, waits }: { readonly bill: Bill; readonly waits: boolean }) => {
  const { words, tone } = STATUS[bill.status];
  const said = bill.status === 'open' && waits ? '凭证待核对' : words;
  return (
    <div className="stack">
      <p className="row">
        <Badge tone={tone}>{said}</Badge>
        <strong>{moneyText(bill.total)} 元</strong>
        <span className="soft">{dayText(bill.on)}开具</span>
      </p>
      {bill.reason === undefined ? null : (
        <p className="soft">
          {bill.reason}
          {bill.basis === undefined ? '' : `（${bill.basis}）`}
        </p>
      )}
      <ComputedView
        computed={{ key: bill.id, label: `账单 ${bill.id}`, after: '', show: () => billTable(bill) }}
        derived={null}
      />
    </div>
  );
};

/** The way to the cashier of the payment port. */
const PayOnline = ({ caseId }: { readonly caseId: string }) => {
  const pay = useWrite('payOrder');
  return (
    <div>
      <Button
        variant="primary"
        size="large"
        pending={pay.isPending}
        onPress={() =>
          pay.mutate(
            { params: { case: caseId } },
            {
              onSuccess: ({ url }) => globalThis.location.assign(url),
              onError: (error) => toast(messageOf(error), 'danger'),
            },
          )
        }
      >
        在线支付
      </Button>
    </div>
  );
};

const Paid = ({ payment, refunds }: { readonly payment: Payment; readonly refunds: readonly Refund[] }) => (
  <li>
    <span>
      {payment.id} {dayText(payment.on)} {WAYS[payment.way]} {moneyText(payment.amount)} 元
    </span>
    <span className="soft">
      流水号 {payment.reference}
      {payment.fiscal === undefined ? '' : ` · 财政电子票据 ${payment.fiscal}`}
    </span>
    {refunds.map((refund) => (
      <span key={refund.id} className="soft">
        {refund.status === 'done'
          ? `已退 ${moneyText(refund.amount)} 元（${refund.on === undefined ? '' : dayText(refund.on)}，${refund.reference}）`
          : refund.status === 'asked'
            ? `申请退款 ${moneyText(refund.amount)} 元，待第二人确认：${refund.reason}`
            : `不予退款 ${moneyText(refund.amount)} 元`}
      </span>
    ))}
  </li>
);
