import { type Answers, prune, blankFields } from '@zhitongche/form';
import type { At, Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import {
  problemsOfError,
  Unreachable,
  Button,
  Empty,
  ErrorState,
  Field,
  LinkButton,
  Notice,
  PageHeader,
  type ProblemLine,
  ProblemSummary,
  Skeleton,
  toast,
} from '@zhitongche/ui';
import { useRead } from '@zhitongche/contract/web';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import {
  backupOf,
  keepBackup,
  FormWorldProvider,
  knownState,
  problemLabel,
  spotAround,
  focusAt,
  SectionFields,
  useActContext,
  usePrintable,
  useForm,
  useService,
} from '@zhitongche/form/web';
import { useAct } from './use-act.ts';

/** An act of the service that asks for a form of its own: 申请变更, 回国登记, 出访报告 … */
export const ActPage = () => {
  const { case: id, act: key } = useParams({ from: '/signed-in/hall/cases/$case/acts/$act' });
  const view = useRead('case', { params: { case: id } });
  if (view.isError) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <Skeleton lines={8} />;
  const act = view.data.acts.find((a) => a.act === key);
  if (!act?.form)
    return (
      <Empty icon="info" title="现在不能办理这一项" text="办件的状态已经变化，请回到办件查看。">
        <LinkButton to="/hall/cases/$case" params={{ case: id }} variant="primary">
          回到办件
        </LinkButton>
      </Empty>
    );
  return <Asked view={view.data} act={act} formKey={act.form} />;
};

const Asked = ({
  view,
  act,
  formKey,
}: {
  readonly view: CaseView;
  readonly act: OpenActShape;
  readonly formKey: string;
}) => {
  const service = useService(view.row.service, view.version);
  const asked = service.forms[formKey];
  const calendar = useRead('calendar', {});
  if (!asked) return <ErrorState error={new Error(`no form ${formKey}`)} />;
  if (!calendar.data) return <Skeleton lines={8} />;
  const start = startOf(asked, {
    ...view.state.answers,
    ...asked.begin?.(knownState(service, view), calendar.data.today),
  });
  return <Filled view={view} act={act} formKey={formKey} service={service} asked={asked} start={start} />;
};

const NO_CHECKS: NonNullable<Service['forms'][string]['checks']> = [];

const Filled = ({
  view,
  act,
  formKey,
  service,
  asked,
  start,
}: {
  readonly view: CaseView;
  readonly act: OpenActShape;
  readonly formKey: string;
  readonly service: Service;
  readonly asked: Service['forms'][string];
  readonly start: Answers;
}) => {
  const me = useMe();
  const printable = usePrintable();
  const navigate = useNavigate();
  const place = `${view.row.id}:${formKey}`;
  const [answers, setAnswers] = useState<Answers>(
    () => backupOf<Answers>('draft', me.id, place)?.answers ?? start,
  );
  const [opinion, setOpinion] = useState('');
  const [target, setTarget] = useState<{ readonly at: At } | null>(null);
  const [tried, setTried] = useState(0);
  const context = useActContext(service, view, formKey, answers);
  const form = useForm({
    service,
    form: asked.form,
    checks: asked.checks ?? NO_CHECKS,
    caseId: view.row.id,
    answers,
    onChange: (next) => {
      setAnswers(next);
      keepBackup('draft', me.id, place, { answers: next, revision: view.row.revision });
    },
    context,
    target,
  });
  const { pending, error, tries, take } = useAct(view, () => {
    keepBackup('draft', me.id, place, null);
    toast(`已提交：${act.label}`);
    void navigate({ to: '/hall/cases/$case', params: { case: view.row.id } });
  });
  const stops = form.problems.filter((p) => p.level === 'block');
  const refused = error && !(error instanceof Unreachable) ? problemsOfError(error) : [];
  const shown = refused.length > 0 ? refused : stops;
  const lineOf = (problem: Problem): ProblemLine => {
    const found = spotAround(asked.form, problem.at);
    const go = (): void => {
      setTarget({ at: found?.at ?? problem.at });
      focusAt(found?.at ?? problem.at, () => setTarget(null));
    };
    return { problem, label: problemLabel(asked.form, problem), ...(found ? { onGo: go } : {}) };
  };
  const send = (): void => {
    form.sayAll();
    setTried((t) => t + 1);
    if (stops.length > 0) return;
    void take({
      act: act.act,
      ...(act.seat ? { seat: act.seat } : {}),
      data: prune(asked.form, answers),
      ...(opinion.trim() ? { opinion: opinion.trim() } : {}),
    });
  };
  const sections = useMemo(() => form.progress.map((p) => p.key), [form.progress]);
  return (
    <FormWorldProvider value={form.world}>
      <PageHeader
        title={asked.title}
        back={{ to: `/hall/cases/${view.row.id}`, label: view.row.title || '办件' }}
        intro={`${view.row.serviceName}${view.row.number ? ` · ${view.row.number}` : ''}`}
      />
      <div className="stack stack-wide">
        {tried > 0 && shown.length > 0 ? (
          <ProblemSummary
            key={`${tried} ${tries}`}
            title={`还有 ${shown.length} 处需要处理`}
            lines={shown.map(lineOf)}
          />
        ) : null}
        {sections.map((key) => (
          <section key={key} className="card stack" aria-label={asked.form[key]?.title}>
            {asked.form[key]?.title === asked.title ? null : <h2>{asked.form[key]?.title}</h2>}
            <SectionFields section={key} />
          </section>
        ))}
        <div className="card stack">
          {act.opinion === 'none' ? null : (
            <Field
              id="act-opinion"
              label="说明"
              required={act.opinion === 'required'}
              problems={printable('说明', opinion)}
            >
              {(aria) => (
                <textarea
                  {...aria}
                  className="input"
                  rows={2}
                  maxLength={2000}
                  value={opinion}
                  onChange={(e) => setOpinion(e.target.value)}
                />
              )}
            </Field>
          )}
          {error instanceof Unreachable ? (
            <Notice tone="warn" live title="没有收到回应">
              网络中断，不确定是否已提交。可以放心再按一次，不会重复提交。
            </Notice>
          ) : null}
          <div className="row row-end">
            <LinkButton to="/hall/cases/$case" params={{ case: view.row.id }}>
              先不办
            </LinkButton>
            <Button
              variant={act.danger ? 'danger' : 'primary'}
              size="large"
              pending={pending}
              pendingText="正在提交"
              isDisabled={!context || (act.opinion === 'required' && opinion.trim() === '')}
              onPress={send}
            >
              提交：{act.label}
            </Button>
          </div>
        </div>
      </div>
    </FormWorldProvider>
  );
};

/** A form that asks again for what the application holds starts from it: 申请变更 begins with what was approved. */
const startOf = ({ form }: Service['forms'][string], held: Answers): Answers =>
  Object.fromEntries(
    Object.values(form).flatMap(({ fields }) => {
      const blank = blankFields(fields);
      return Object.keys(fields).map((key) => [key, held[key] ?? blank[key]] as const);
    }),
  );
