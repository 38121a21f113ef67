import { type Answers, fieldAt } from '@zhitongche/form';
import type { At, Problem } from '@zhitongche/base';
import { isWithdrawn, type Service } from '@zhitongche/case';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  Unreachable,
  problemsOfError,
  Button,
  Notice,
  type ProblemLine,
  ProblemSummary,
  Skeleton,
} from '@zhitongche/ui';
import type { CaseView } from '@zhitongche/contract';
import {
  AnswerSheet,
  ComputedView,
  type DraftKeeper,
  problemLabel,
  spotAround,
  type FormEngine,
  type KnownContext,
} from '@zhitongche/form/web';
import { checkVerdict } from './check-verdict.ts';
import { Explanations } from './Explanations.tsx';
import { PaperPreview } from './PaperPreview.tsx';
import { untouched } from './untouched.ts';
import { useSubmit } from './use-submit.ts';

const resubmitWords = (state: CaseView['state']): string =>
  state.status !== 'correcting' ? '提交审批' : isWithdrawn(state) ? '修改后重新提交' : '补正后重新提交';

/** The last page: all that stands in the way, the sheet as the office will read it, reasons for warnings, and the send button. */
export const CheckAnswers = ({
  service,
  view,
  form,
  keeper,
  answers,
  context,
  onGo,
}: {
  readonly service: Service;
  readonly view: CaseView;
  readonly form: FormEngine;
  readonly keeper: DraftKeeper;
  readonly answers: Answers;
  /** Undefined while the figures for the checks are not here yet. */
  readonly context: KnownContext | undefined;
  readonly onGo: (at: At) => void;
}) => {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(view.state.explanations);
  const submit = useSubmit(service, view, keeper);
  const lineOf = (problem: Problem): ProblemLine => {
    const found = spotAround(service.form, problem.at);
    return {
      problem,
      label: problemLabel(service.form, problem),
      ...(found ? { onGo: () => onGo(found.at) } : {}),
    };
  };
  const stops = form.problems.filter((p) => p.level === 'block');
  const warnings = form.problems.filter((p) => p.level === 'warn');
  const unexplained = warnings.filter((w) => !reasons[w.code]?.trim());
  const left =
    view.state.status === 'correcting' ? untouched(view.state.faults, view.state.answers, answers) : [];
  const refused =
    submit.error instanceof Unreachable ? [] : submit.error ? problemsOfError(submit.error) : [];
  if (!context) return <Skeleton lines={10} />;
  const verdict = checkVerdict({
    refused: refused.length,
    stops: stops.length,
    left: left.length,
    answered: context.answered,
  });

  return (
    <div className="stack stack-wide">
      {verdict === 'refused' ? (
        <ProblemSummary key={submit.tries} title="没有提交成功" lines={refused.map(lineOf)} />
      ) : verdict === 'stops' ? (
        <ProblemSummary title={`还有 ${stops.length} 处需要处理，处理后才能提交`} lines={stops.map(lineOf)} />
      ) : verdict === 'left' ? (
        <Notice tone="warn" title={`还有 ${left.length} 处补正意见没有改动`}>
          <ul>
            {left.map((f) => (
              <li key={`${f.at} ${f.message}`}>
                {f.at === '' ? '' : `${fieldAt(service.form, f.at)?.words ?? ''}：`}
                {f.message}
              </li>
            ))}
          </ul>
          <p>原样提交很可能再次被退回，请先逐处修改；确实不需改动的，请与提出意见的人说明。</p>
        </Notice>
      ) : verdict === 'asking' ? (
        <Notice tone="info" title="正在向台账核对">
          在办团组、历次出访、未交回证件等台账还没有答复。不必等候也可以提交，提交时由外办系统核对。
        </Notice>
      ) : (
        <Notice tone="ok" title="预审通过">
          没有发现妨碍受理的问题。请核对下面的内容，这就是审批人看到的样子。
        </Notice>
      )}
      {warnings.length > 0 ? (
        <Explanations
          warnings={warnings}
          lineOf={lineOf}
          reasons={reasons}
          onChange={(code, why) => setReasons((r) => ({ ...r, [code]: why }))}
        />
      ) : null}
      <section className="card sheet" aria-labelledby="sheet-title">
        <h2 id="sheet-title" className="sheet-title">
          {service.name}申报表
        </h2>
        <AnswerSheet
          form={service.form}
          answers={answers}
          caseId={view.row.id}
          beside={(section) => (
            <Link
              className="no-print"
              to="/hall/cases/$case/edit"
              params={{ case: view.row.id }}
              search={{ s: section }}
            >
              修改<span className="visually-hidden">{service.form[section]?.title}</span>
            </Link>
          )}
          after={(section) =>
            form.derived === undefined
              ? null
              : service.computed
                  .filter((c) => c.after === section)
                  .map((c) => <ComputedView key={c.key} computed={c} derived={form.derived ?? null} />)
          }
        />
      </section>
      {stops.length === 0 && form.derived !== undefined ? (
        <PaperPreview
          service={service}
          view={view}
          answers={answers}
          derived={form.derived}
          context={context}
        />
      ) : null}
      <div className="card stack">
        <p>提交即表示：所填内容和所附材料真实、完整，与原件一致。</p>
        {submit.error instanceof Unreachable ? (
          <Notice tone="warn" live title="没有收到回应">
            网络中断，不确定是否已提交。可以放心再按一次，不会重复提交。
          </Notice>
        ) : null}
        <div className="row row-end">
          <Button
            variant="primary"
            size="large"
            icon="send"
            pending={submit.pending}
            pendingText="正在提交"
            isDisabled={stops.length > 0 || unexplained.length > 0}
            onPress={() => void submit.send(answers, reasons, warnings)}
          >
            {resubmitWords(view.state)}
          </Button>
        </div>
        {stops.length > 0 ? <p className="soft">处理完上面 {stops.length} 处问题后即可提交。</p> : null}
        {stops.length === 0 && unexplained.length > 0 ? (
          <p className="soft">还有 {unexplained.length} 处提醒需要说明理由。</p>
        ) : null}
      </div>
    </div>
  );
};
