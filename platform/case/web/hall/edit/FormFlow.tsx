import type { At } from '@zhitongche/base';
import { draftTitle, type Service } from '@zhitongche/case';
import { fieldAt } from '@zhitongche/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import { SeatTroubles } from '../../SeatTroubles.tsx';
import {
  FormWorldProvider,
  focusAt,
  SectionFields,
  useCheckContext,
  useDraft,
  useForm,
} from '@zhitongche/form/web';
import { Button, LinkButton, PageHeader } from '@zhitongche/ui';
import { CheckAnswers } from './CheckAnswers.tsx';
import { DraftConflict } from './DraftConflict.tsx';
import { FaultList, faultProblems } from './FaultList.tsx';
import { SaveState } from './SaveState.tsx';
import { TaskList } from './TaskList.tsx';
import './FormFlow.css';

/** The conversation itself: one section at a time, saved as one goes, summed up before it is sent. */
export const FormFlow = ({ service, view }: { readonly service: Service; readonly view: CaseView }) => {
  const me = useMe();
  const caseId = view.row.id;
  const start = useMemo(
    () => ({
      answers: view.draft?.answers ?? view.state.answers,
      revision: view.draft?.revision ?? 0,
      savedAt: view.draft?.savedAt ?? null,
    }),
    [view],
  );
  const { state, keeper } = useDraft(me.id, caseId, start);
  const context = useCheckContext(service, state.answers, caseId);
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
  const main = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { s } = useSearch({ from: '/signed-in/hall/cases/$case/edit' });
  const sections = form.progress;
  const here = s === 'check' || sections.some((p) => p.key === s) ? (s ?? '') : (sections[0]?.key ?? 'check');
  const index = sections.findIndex((p) => p.key === here);
  const turnTo = (key: string): void => {
    void navigate({ to: '/hall/cases/$case/edit', params: { case: caseId }, search: { s: key } });
    scrollTo({ top: 0 });
  };
  const shown = useRef(here);
  useEffect(() => {
    // A new section is read from its beginning, not from the button that led to it.
    if (shown.current !== here) main.current?.focus({ preventScroll: true });
    shown.current = here;
  }, [here]);
  const goTo = (at: At): void => {
    const spot = fieldAt(service.form, at);
    if (!spot) return;
    turnTo(spot.section);
    setTarget({ at });
    focusAt(at, () => setTarget(null));
  };

  return (
    <FormWorldProvider value={form.world}>
      <PageHeader
        title={draftTitle(service, state.answers) || view.row.title}
        back={{ to: '/hall/cases', label: '我的申报' }}
        intro={<SaveState state={state} />}
      >
        <LinkButton to="/hall/cases/$case" params={{ case: caseId }}>
          保存并离开
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
      <div className={faults.length > 0 ? 'form-flow form-flow-faults' : 'form-flow'}>
        <div className="form-flow-nav">
          <TaskList caseId={caseId} sections={sections} here={here} />
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
              onGo={goTo}
            />
          ) : (
            <section className="card stack stack-wide" aria-labelledby="section-title">
              <h2 id="section-title">{service.form[here]?.title}</h2>
              <SectionFields section={here} service={service} derived={form.derived} />
              <div className="row form-flow-turn">
                {index > 0 ? (
                  <Button icon="chevron-left" onPress={() => turnTo(sections[index - 1]?.key ?? here)}>
                    上一部分
                  </Button>
                ) : null}
                <span className="grow" />
                <Button
                  variant="primary"
                  size="large"
                  onPress={() => turnTo(sections[index + 1]?.key ?? 'check')}
                >
                  {index + 1 < sections.length ? '下一部分' : '核对并提交'}
                </Button>
              </div>
            </section>
          )}
        </div>
        {faults.length > 0 ? (
          <aside className="form-flow-side">
            <FaultList form={service.form} faults={view.state.faults} onGo={goTo} />
          </aside>
        ) : null}
      </div>
    </FormWorldProvider>
  );
};
