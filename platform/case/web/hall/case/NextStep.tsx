import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { dayIn, dayText, LinkButton, useShared } from '@zhitongche/ui';
import { SentBack } from './SentBack.tsx';

/** What the applicant should know or do now, in one place at the top. */
export const NextStep = ({ view, service }: { readonly view: CaseView; readonly service: Service }) => {
  const { say, language } = useShared();
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
          <h2>{say('还没有提交', 'Not submitted yet')}</h2>
          <p>
            {say('内容已自动保存，可以随时接着填写。', 'What you typed is kept; go on whenever you like.')}
          </p>
          {edit(say('继续填写', 'Go on'))}
        </section>
      );
    case 'correcting':
      return <SentBack view={view} service={service} mine={mine} />;
    case 'refused':
      return (
        <section className="next-step next-step-danger">
          <h2>{say('不予同意', 'Refused')}</h2>
          <p>{lastOpinion(view) || say('理由见办理过程。', 'The reason stands in the notice below.')}</p>
        </section>
      );
    case 'cancelled':
      return (
        <section className="next-step">
          <h2>{say('已撤销', 'Withdrawn')}</h2>
          <p>
            {say(
              '这份申报已经撤销，如需办理请重新申报。',
              'This matter was withdrawn. File anew if you need it.',
            )}
          </p>
        </section>
      );
    case 'completed':
      return (
        <section className="next-step">
          <h2>{say('已办结', 'Done')}</h2>
          <p>
            {say(
              '证件文书可在下面下载，任何人都可以凭查验码核验真伪。',
              'The papers are below; anybody can check them by their code.',
            )}
          </p>
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
            <p className="next-word">{say('已提交', 'Submitted')}</p>
          )}
          <h2>
            {language === 'en'
              ? (service.flow.steps[row.step ?? '']?.title ?? 'In progress')
              : row.stepTitle || '办理中'}
          </h2>
          <p>
            {language === 'en' ? (
              englishTurn(row, view)
            ) : (
              <>
                {row.turn.length > 0 ? `现在由${row.turn.join('、')}办理。` : '正在办理。'}
                {row.paused ? `时限暂停：${row.paused}。` : ''}
                {row.due && !row.paused ? `预计${dayText(row.due)}前办完这一步，有变化会发消息给您。` : ''}
              </>
            )}
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

/** Whose turn it is and until when, in English. */
const englishTurn = ({ due, paused }: CaseView['row'], { state }: CaseView): string => {
  const yours = state.seats.some(({ applicant, status, ready }) => applicant && status === 'open' && ready);
  const turn = yours ? 'It is your turn.' : 'It is with the office.';
  if (paused !== '') return `${turn} Its time stands still meanwhile.`;
  return due === null
    ? turn
    : `${turn} This step is due by ${dayIn('en', due)}; you are told of what happens.`;
};
