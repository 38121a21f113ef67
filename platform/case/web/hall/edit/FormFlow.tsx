import type { At } from '@zhitongche/base';
import { draftTitle, type Service } from '@zhitongche/case';
import { type Answers, fieldAt } from '@zhitongche/form';
import { useCallback, useMemo, useState } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import { BillForeseen } from '../../money/BillForeseen.tsx';
import { SeatTroubles } from '../../case/SeatTroubles.tsx';
import { FormContextProvider, focusAt, useCheckContext, useDraft, useForm } from '@zhitongche/form/web';
import { cx, type Language, LinkButton, PageHeader, useShared } from '@zhitongche/ui';
import { CheckAnswers } from './CheckAnswers.tsx';
import { DraftConflict } from './DraftConflict.tsx';
import { FaultList, faultProblems } from './FaultList.tsx';
import { FormSection } from './FormSection.tsx';
import { GoOnElsewhere } from './GoOnElsewhere.tsx';
import { SaveState } from './SaveState.tsx';
import { TaskList } from './TaskList.tsx';
import { untouched } from './untouched.ts';
import { useReasons } from './use-reasons.ts';
import { useArrival, useSection } from './use-section.ts';
import './FormFlow.css';

/** The conversation itself: one section at a time, saved as one goes, summed up before it is sent. */
export const FormFlow = ({ service, view }: { readonly service: Service; readonly view: CaseView }) => {
  const { say, language } = useShared();
  const me = useMe();
  const caseId = view.row.id;
  const start = useMemo(() => startOf(view), [view]);
  const draft = useDraft(me.id, caseId, start);
  const { state, keeper } = draft;
  const context = useCheckContext(service, state.answers, view);
  const faults = useMemo(() => faultProblems(view.state.faults), [view]);
  const [target, setTarget] = useState<{ readonly at: At } | null>(null);
  const form = useForm({
    service,
    form: service.form,
    checks: service.checks,
    caseId,
    answers: state.answers,
    onChange: useCallback((answers) => keeper.edit(answers), [keeper]),
    context,
    others: faults,
    target,
  });
  const { reasons, explain, world } = useReasons(me.id, view, form.world);
  const { here, at, turnTo, main } = useSection(caseId, form.progress);
  const goTo = (at: At): void => {
    const spot = fieldAt(service.form, at);
    if (!spot) return;
    turnTo(spot.section);
    setTarget({ at });
    focusAt(at, () => setTarget(null));
  };
  useArrival(at, goTo);
  return (
    <FormContextProvider value={world}>
      <PageHeader
        title={titleIn(language, service, view, state.answers)}
        back={{ to: '/hall/cases', label: say('我的申报', 'My matters') }}
        intro={<SaveState state={state} />}
      >
        <LinkButton to="/hall/cases/$case" params={{ case: caseId }}>
          {say('保存并离开', 'Save and leave')}
        </LinkButton>
      </PageHeader>
      <SeatTroubles view={view} />
      {state.status.is === 'conflict' ? (
        <DraftConflict
          service={service}
          caseId={caseId}
          status={state.status}
          mine={state.answers}
          keeper={keeper}
        />
      ) : null}
      <GoOnElsewhere service={service} view={view} draft={draft} policy={context?.policy} />
      <div className={cx('form-flow frame-wide', faults.length > 0 && 'form-flow-faults')}>
        <div className="form-flow-nav">
          <TaskList caseId={caseId} sections={form.progress} here={here} />
        </div>
        <div className="form-flow-main" tabIndex={-1} ref={main}>
          {here === 'check' ? (
            <CheckAnswers
              service={service}
              view={view}
              form={form}
              keeper={keeper}
              answers={state.answers}
              context={context}
              reasons={reasons}
              explain={explain}
              onGo={goTo}
            />
          ) : (
            <FormSection
              service={service}
              sections={form.progress}
              here={here}
              derived={form.derived}
              problems={form.said}
              onTurn={turnTo}
              onGo={goTo}
            >
              <BillForeseen
                service={service}
                answers={state.answers}
                derived={form.derived}
                context={context}
              />
            </FormSection>
          )}
        </div>
        <FaultList
          form={service.form}
          faults={view.state.faults}
          left={untouched(view.state.faults, view.state.answers, state.answers)}
          onGo={goTo}
          onCheck={() => turnTo('check')}
        />
      </div>
    </FormContextProvider>
  );
};

/** What a draft is called: in English by its service, for titles are worded in Chinese. */
const titleIn = (language: Language, service: Service, view: CaseView, answers: Answers): string =>
  language === 'en' ? service.name : draftTitle(service, answers) || view.row.title;

/** The draft as the server has it, or what was sent, to be corrected. */
const startOf = ({ draft, state }: CaseView) =>
  draft ?? { answers: state.answers, revision: 0, savedAt: null };
