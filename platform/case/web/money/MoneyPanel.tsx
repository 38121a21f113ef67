import { moneyText } from '@zhitongche/base';
import type { CaseView } from '@zhitongche/contract';
import { useWrite } from '@zhitongche/contract/web';
import { ComputedView } from '@zhitongche/form/web';
import { type Bill, refundDue, type Payment, type Refund, WAYS } from '@zhitongche/money';
import {
  Badge,
  Button,
  dayIn,
  dayText,
  messageOf,
  Notice,
  toast,
  type Tone,
  useShared,
} from '@zhitongche/ui';
import { billTable } from './bill-table.ts';
import './MoneyPanel.css';

const STATUS: Readonly<
  Record<Bill['status'], { readonly words: readonly [zh: string, en: string]; readonly tone: Tone }>
> = {
  open: { words: ['待缴', 'To be paid'], tone: 'warn' },
  paid: { words: ['已缴', 'Paid'], tone: 'ok' },
  exempt: { words: ['免缴', 'Free'], tone: 'ok' },
  void: { words: ['作废', 'Void'], tone: 'idle' },
};

/** 费用: what is to be paid and what was, what went back; the same for whoever filed and for the office. */
export const MoneyPanel = ({
  view,
  className = 'money stack',
  en = (text) => text,
}: {
  readonly view: CaseView;
  readonly className?: string;
  /** What its words are called in English. */
  readonly en?: (text: string) => string;
}) => {
  const { say } = useShared();
  const { money } = view.state;
  if (!money) return null;
  const due = refundDue(money);
  const shown = money.bills.filter(({ status }, at, all) => status !== 'void' || at === all.length - 1);
  return (
    <section className={className} aria-labelledby="money-title">
      <h2 id="money-title">{say('费用', 'Fees')}</h2>
      {due === '0.00' ? null : (
        <Notice tone="warn">
          {say(
            `有${moneyText(due)}元到账时已无应缴，应当退还。`,
            `CNY ${moneyText(due)} came when nothing was owed and is to be given back.`,
          )}
        </Notice>
      )}
      {shown.map((bill) => (
        <OneBill
          key={bill.id}
          bill={bill}
          en={en}
          waits={money.claims.some(({ status }) => status === 'open')}
        />
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

const OneBill = ({
  bill,
  waits,
  en,
}: {
  readonly bill: Bill;
  readonly waits: boolean;
  readonly en: (text: string) => string;
}) => {
  const { say, language } = useShared();
  const { words, tone } = STATUS[bill.status];
  const said = bill.status === 'open' && waits ? say('凭证待核对', 'Voucher being checked') : say(...words);
  return (
    <div className="stack">
      <p className="row">
        <Badge tone={tone}>{said}</Badge>
        <strong>{say(`${moneyText(bill.total)} 元`, `CNY ${moneyText(bill.total)}`)}</strong>
        <span className="soft">{say(`${dayText(bill.on)}开具`, dayIn('en', bill.on))}</span>
      </p>
      {bill.reason === undefined || language === 'en' ? null : (
        <p className="soft">
          {bill.reason}
          {bill.basis === undefined ? '' : `（${bill.basis}）`}
        </p>
      )}
      <ComputedView
        computed={{
          key: bill.id,
          label: say(`账单 ${bill.id}`, `Bill ${bill.id}`),
          after: '',
          show: () => billTable(bill, language, en),
        }}
        derived={null}
      />
    </div>
  );
};

/** The way to the cashier of the payment port. */
const PayOnline = ({ caseId }: { readonly caseId: string }) => {
  const { say } = useShared();
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
        {say('在线支付', 'Pay online')}
      </Button>
    </div>
  );
};

const Paid = ({ payment, refunds }: { readonly payment: Payment; readonly refunds: readonly Refund[] }) => {
  const { say } = useShared();
  return (
    <li>
      <span>
        {say(
          `${payment.id} ${dayText(payment.on)} ${WAYS[payment.way]} ${moneyText(payment.amount)} 元`,
          `${payment.id} ${dayIn('en', payment.on)} CNY ${moneyText(payment.amount)}`,
        )}
      </span>
      <span className="soft">
        {say('流水号 ', 'Reference ')}
        {payment.reference}
        {payment.fiscal === undefined
          ? ''
          : say(` · 财政电子票据 ${payment.fiscal}`, ` · fiscal receipt ${payment.fiscal}`)}
      </span>
      {refunds.map((refund) => (
        <span key={refund.id} className="soft">
          {refund.status === 'done'
            ? say(
                `已退 ${moneyText(refund.amount)} 元（${refund.on === undefined ? '' : dayText(refund.on)}，${refund.reference}）`,
                `Given back: CNY ${moneyText(refund.amount)}`,
              )
            : refund.status === 'asked'
              ? say(
                  `申请退款 ${moneyText(refund.amount)} 元，待第二人确认：${refund.reason}`,
                  `To be given back, once a second person agrees: CNY ${moneyText(refund.amount)}`,
                )
              : say(
                  `不予退款 ${moneyText(refund.amount)} 元`,
                  `Not given back: CNY ${moneyText(refund.amount)}`,
                )}
        </span>
      ))}
    </li>
  );
};
