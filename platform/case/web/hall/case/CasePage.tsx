import { useParams } from '@tanstack/react-router';
import { statusOf, Badge, ErrorState, KeyValues, Light, PageHeader, Skeleton } from '@zhitongche/ui';
import { useRead } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';
import { SeatTroubles } from '../../SeatTroubles.tsx';
import { StepNotes } from '../../StepNotes.tsx';
import { AnswerSheet, ComputedView, useService, RecordList } from '@zhitongche/form/web';
import { statusLook } from '../../status.ts';
import { ActBar } from './ActBar.tsx';
import { NextStep } from './NextStep.tsx';
import { PaperList } from './PaperList.tsx';
import { PhaseBar } from './PhaseBar.tsx';
import { Rating } from './Rating.tsx';
import { Story } from './Story.tsx';
import './CasePage.css';

/** One of my cases: where it stands, what I should do, what I may do, what has been issued, what was said. */
export const CasePage = () => {
  const { case: id } = useParams({ from: '/signed-in/hall/cases/$case' });
  const view = useRead(
    'case',
    { params: { case: id } },
    // Papers take seconds to make, and whoever looks is waiting for them.
    { refetchInterval: ({ state }) => (state.data?.row.status === 'issuing' ? 3_000 : 60_000) },
  );
  if (view.isError)
    return (
      <>
        <h1 className="visually-hidden">办件</h1>
        <ErrorState
          error={view.error}
          {...(statusOf(view.error) === 404 ? {} : { onRetry: () => void view.refetch() })}
        />
      </>
    );
  if (!view.data) return <Skeleton lines={8} />;
  return <Shown view={view.data} />;
};

const Shown = ({ view }: { readonly view: CaseView }) => {
  const { row, state } = view;
  const service = useService(row.service, view.version);
  const { tone, text } = statusLook(row);
  const answers = view.draft?.answers ?? state.answers;
  return (
    <>
      <PageHeader
        title={row.title || `未命名的${row.serviceName}`}
        back={{ to: '/hall/cases', label: '我的申报' }}
        intro={
          <span className="row">
            <Badge tone={tone}>{text}</Badge>
            <span>{row.serviceName}</span>
            {row.number ? <span>办件编号 {row.number}</span> : null}
            {row.due || row.paused ? <Light row={row} withDate /> : null}
          </span>
        }
      />
      <div className="case-page">
        <div className="case-main">
          <SeatTroubles view={view} />
          <NextStep view={view} service={service} />
          <StepNotes view={view} service={service} />
          {state.status === 'draft' ? null : <PhaseBar service={service} state={state} />}
          <PaperList view={view} />
          <RecordList service={service} view={view} className="card stack" />
          {state.status === 'completed' ? <Rating view={view} /> : null}
          <details className="case-asked card" open={state.status !== 'draft'}>
            <summary>
              <h2>申报内容</h2>
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
          </details>
        </div>
        <aside className="case-side">
          <ActBar view={view} service={service} />
          <section className="card stack">
            <h2>概要</h2>
            <KeyValues
              items={[
                ...row.facts.map(({ label, value, note }) => ({
                  label,
                  value: note === undefined ? value : `${value}（${note}）`,
                })),
                { label: '申报单位', value: row.unit },
                { label: '填报人', value: row.applicant },
              ]}
            />
          </section>
          <Story view={view} />
        </aside>
      </div>
    </>
  );
};
