import type { Json } from '@zhitongche/base';
import { billToday, englishOf, type Service } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { ComputedView, type KnownContext } from '@zhitongche/form/web';
import { Notice, useShared } from '@zhitongche/ui';
import { billTable } from './bill-table.ts';

/** What the matter would cost by what is typed so far: the same function fixes the bill on the server. */
export const BillForeseen = ({
  service,
  answers,
  derived,
  context,
}: {
  readonly service: Service;
  readonly answers: Answers;
  readonly derived: Json | undefined;
  readonly context: KnownContext | undefined;
}) => {
  const { say, language } = useShared();
  const priced =
    context && derived !== undefined ? billToday(service, { answers, derived }, context.policy) : undefined;
  if (!priced || (priced.lines.length === 0 && priced.missing.length === 0)) return null;
  return (
    <section className="card stack" aria-labelledby="bill-foreseen">
      <h2 id="bill-foreseen">{say('费用', 'Fees')}</h2>
      {priced.missing.length > 0 && !priced.exempt ? (
        <Notice tone="warn">
          {say(
            `${priced.missing.map((name) => `“${name}”`).join('、')}现在没有有效的收费标准，外办补上之前不能提交；填写的内容会保留。`,
            'A price is missing for today. It cannot be submitted until the office has set it; what you typed is kept.',
          )}
        </Notice>
      ) : null}
      {priced.exempt ? (
        <Notice tone="info">
          {say(`免缴：${priced.exempt.reason}（${priced.exempt.basis}）`, 'Free of charge')}
        </Notice>
      ) : null}
      {priced.lines.length > 0 ? (
        <ComputedView
          computed={{
            key: 'bill',
            label: say('按现在填写的内容', 'By what is typed so far'),
            after: '',
            show: () => billTable(priced, language, englishOf(service)),
          }}
          derived={null}
        />
      ) : null}
      <p className="soft">
        {say(
          '进入缴费环节时按当日标准固定，此后调整标准不影响已开具的账单。',
          'Fixed by the prices of the day as the payment is asked for.',
        )}
      </p>
    </section>
  );
};
