import { useParams } from '@tanstack/react-router';
import { englishOf, isApproved } from '@zhitongche/case';
import { atVisit } from '@zhitongche/contract/web';
import { KeyValues, Light, PageHeader, useShared } from '@zhitongche/ui';
import { AppointmentPanel } from '@zhitongche/appointment/web';
import { StatusCode } from '@zhitongche/visitor/web';
import { AnswerSheet, ComputedView, RecordList } from '@zhitongche/form/web';
import { CaseFrame, type CaseParts } from '../../case/CaseFrame.tsx';
import { factItem } from '../../case/fact-item.ts';
import { StatusBadge } from '../../case/StatusBadge.tsx';
import { StoryPanel } from '../../case/StoryPanel.tsx';
import { LinkedPanel } from '../../linked/LinkedPanel.tsx';
import { TimersPanel } from '../../linked/TimersPanel.tsx';
import { MoneyPanel } from '../../money/MoneyPanel.tsx';
import { StrandsPanel } from '../../linked/StrandsPanel.tsx';
import { ActBar } from './ActBar.tsx';
import { Approved } from './Approved.tsx';
import { CopyAnswers } from './CopyAnswers.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import { NextStep } from './NextStep.tsx';
import { PaperList } from './PaperList.tsx';
import { PhaseBar } from './PhaseBar.tsx';
import { Rating } from './Rating.tsx';
import './CasePage.css';

/** One of my cases: where it stands, what I should do, what I may do, what has been issued, what was said. */
export const CasePage = () => {
  const { case: id } = useParams({ from: '/signed-in/hall/cases/$case' });
  return (
    <CaseFrame id={id} shell="hall">
      {(parts) => <Shown {...parts} />}
    </CaseFrame>
  );
};

const Shown = ({ view, service, reload, notice }: CaseParts) => {
  const { say, language } = useShared();
  const en = englishOf(service);
  const { row, state } = view;
  const answers = view.draft?.answers ?? state.answers;
  const approved = isApproved(service, state);
  return (
    <>
      <PageHeader
        title={language === 'en' ? service.name : row.title || `未命名的${row.serviceName}`}
        back={{ to: '/hall/cases', label: say('我的申报', 'My matters') }}
        intro={
          <span className="row">
            <StatusBadge row={row} shell="hall" />
            {language === 'en' ? null : <span>{row.serviceName}</span>}
            {row.number ? <span>{say(`办件编号 ${row.number}`, `Number ${row.number}`)}</span> : null}
            {row.due || row.paused ? <Light row={row} withDate /> : null}
          </span>
        }
      />
      {approved ? <Approved view={view} service={service} /> : null}
      <div className="case-page">
        <div className="case-main">
          {approved && state.status === 'completed' ? null : <NextStep view={view} service={service} />}
          {notice}
          {state.status === 'draft' ? null : <PhaseBar service={service} state={state} />}
          {language === 'en' ? null : <TimersPanel view={view} className="card stack" />}
          <MoneyPanel view={view} className="card stack" en={en} />
          {service.atCounter && state.status !== 'draft' ? (
            <AppointmentPanel caseId={row.id} revision={row.revision} />
          ) : null}
          <StrandsPanel view={view} className="card stack" en={en} />
          {language === 'en' ? null : <LinkedPanel view={view} shell="hall" className="card stack" />}
          <PaperList view={view} en={en} />
          {language === 'en' ? null : <RecordList service={service} view={view} className="card stack" />}
          {state.status === 'completed' ? <Rating view={view} /> : null}
          <details className="case-asked card" open={state.status !== 'draft' && !approved}>
            <summary>
              <h2>{say('申报内容', 'What you filed')}</h2>
            </summary>
            <AnswerSheet
              form={service.form}
              answers={answers}
              caseId={row.id}
              after={(section) =>
                service.computed
                  .filter((c) => c.after === section)
                  .map((c) => <ComputedView key={c.key} computed={c} derived={state.derived} />)
              }
            />
            <PrintSheet caseId={view.row.id} />
            <CopyAnswers view={view} />
          </details>
        </div>
        <aside className="case-side">
          <ActBar view={view} service={service} reload={reload} approved={approved} />
          <section className="card stack">
            <h2>{say('概要', 'In short')}</h2>
            <KeyValues
              items={[
                ...(language === 'en' ? [] : row.facts.map(factItem)),
                ...(language === 'en' ? [] : [{ label: '申报单位', value: row.unit }]),
                { label: say('填报人', 'Filed by'), value: row.applicant },
              ]}
            />
          </section>
          {atVisit && row.number ? <StatusCode caseId={row.id} /> : null}
          {language === 'en' ? null : <StoryPanel view={view} title="办理过程" className="card stack" />}
        </aside>
      </div>
    </>
  );
};
