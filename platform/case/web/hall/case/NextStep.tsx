import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { dayText, LinkButton } from '@zhitongche/ui';
import { SentBack } from './SentBack.tsx';

/** What the applicant should know or do now, in one place at the top. */
export const NextStep = ({ view, service }: { readonly view: CaseView; readonly service: Service }) => {
  const { row, state } = view;
  const mine = view.acts.some((a) => a.kind === 'submit');
  const edit = (label: string) =>
    mine ? (
      <div>
        <LinkButton to="/hall/cases/$case/edit" params={{ case: row.id }} variant="primary" size="large">
          {label}
        </LinkButton>
      </div>
    ) : null;
  switch (state.status) {
    case 'draft':
      return (
        <section className="next-step">
          <h2>还没有提交</h2>
          <p>内容已自动保存，可以随时接着填写。</p>
          {edit('继续填写')}
        </section>
      );
    case 'correcting':
      return <SentBack view={view} service={service} mine={mine} />;
    case 'refused':
      return (
        <section className="next-step next-step-danger">
          <h2>不予同意</h2>
          <p>{lastOpinion(view) || '理由见办理过程。'}</p>
        </section>
      );
    case 'cancelled':
      return (
        <section className="next-step">
          <h2>已撤销</h2>
          <p>这份申报已经撤销，如需办理请重新申报。</p>
        </section>
      );
    case 'completed':
      return (
        <section className="next-step">
          <h2>已办结</h2>
          <p>证件文书可在下面下载，任何人都可以凭查验码核验真伪。</p>
        </section>
      );
    case 'running':
    case 'outside':
    case 'suspended':
    case 'issuing':
    case 'stuck':
      return (
        <section className="next-step">
          {view.timeline.some(({ body }) => body.type === 'decided') ? null : (
            <p className="next-word">已提交</p>
          )}
          <h2>{row.stepTitle || '办理中'}</h2>
          <p>
            {row.turn.length > 0 ? `现在由${row.turn.join('、')}办理。` : '正在办理。'}
            {row.paused ? `时限暂停：${row.paused}。` : ''}
            {row.due && !row.paused ? `预计${dayText(row.due)}前办完这一步，有变化会发消息给您。` : ''}
          </p>
        </section>
      );
  }
};

const lastOpinion = (view: CaseView): string => {
  for (const { body } of [...view.timeline].reverse())
    if (body.type === 'decided' && body.kind === 'refuse') return body.opinion ?? '';
  return '';
};
