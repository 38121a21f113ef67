import { Link } from '@tanstack/react-router';
import { dayInShanghai } from '@zhitongche/base';
import type { CorrectionItem, Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { fieldAt } from '@zhitongche/form';
import { dayText, LinkButton, RuleLink, useShared } from '@zhitongche/ui';

/** Who sent the case back, when and with which words; undefined where its applicant took it back. */
const askedBy = (view: CaseView) => {
  const entry = view.timeline.findLast(({ body }) => body.type === 'correction-asked');
  if (entry?.body.type !== 'correction-asked' || view.state.faults.length === 0) return undefined;
  const day = dayInShanghai(entry.at);
  return {
    who: [view.orgs[entry.doer.org] ?? '', entry.doer.name].filter((word) => word !== '').join(' '),
    when: dayText(day),
    words: entry.body.opinion,
  };
};

/** A case that came back: first what is to be done, by whom it was asked, until when, each place a press away. */
export const SentBack = ({
  view,
  service,
  mine,
}: {
  readonly view: CaseView;
  readonly service: Service;
  /** Whether this reader may correct it. */
  readonly mine: boolean;
}) => {
  const { say, language } = useShared();
  const { row, state } = view;
  const { faults } = state;
  const asked = askedBy(view);
  return (
    <section className="next-step next-step-warn">
      <h2>
        {faults.length > 0
          ? say(`需要补正 ${faults.length} 处`, `${faults.length} to correct`)
          : say('已撤回，可以修改后重新提交', 'Taken back: change it and submit again')}
      </h2>
      {asked ? (
        <p>
          {language === 'en' ? (
            'The office asks you to correct the following; its own words are in Chinese.'
          ) : (
            <>
              {asked.who}于{asked.when}退回{asked.words ? `：“${asked.words}”` : '。'}
            </>
          )}
        </p>
      ) : null}
      <ol className="next-faults">
        {faults.map((fault) => (
          <li key={`${fault.at} ${fault.message}`}>
            <Place service={service} caseId={row.id} fault={fault} mine={mine} />
            <span lang="zh-CN">{fault.message}</span>
            {fault.basis ? (
              <span className="soft">
                {say('（依据：', ' (by: ')}
                <RuleLink title={fault.basis} />
                {say('）', ')')}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="soft">
        {faults.length > 0
          ? say(
              '没有规定补正期限，补正期间办理时限暂停；请一次改好后重新提交，提交后由提出意见的环节接着办。',
              'There is no last day for it and the time of the office stands still. Change it all, then submit again.',
            )
          : say(
              '撤回期间办理时限暂停计算，请一次改好后重新提交。',
              'The time of the office stands still. Change it, then submit again.',
            )}
      </p>
      {mine ? (
        <div>
          <LinkButton to="/hall/cases/$case/edit" params={{ case: row.id }} variant="primary" size="large">
            {say('去修改', 'Correct it')}
          </LinkButton>
        </div>
      ) : null}
    </section>
  );
};

/** What a fault is about, leading there. */
const Place = ({
  service,
  caseId,
  fault,
  mine,
}: {
  readonly service: Service;
  readonly caseId: string;
  readonly fault: CorrectionItem;
  readonly mine: boolean;
}) => {
  const { say } = useShared();
  const words = fault.at === '' ? undefined : fieldAt(service.form, fault.at)?.words;
  if (words === undefined) return null;
  if (!mine) return <strong>{say(`${words}：`, `${words}: `)}</strong>;
  return (
    <>
      <Link to="/hall/cases/$case/edit" params={{ case: caseId }} search={{ at: fault.at }}>
        {words}
      </Link>
      {say('：', ': ')}
    </>
  );
};
