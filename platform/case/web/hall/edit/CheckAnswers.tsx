import type { Answers } from '@zhitongche/form';
import type { At, Problem } from '@zhitongche/base';
import { isWithdrawn, type Service } from '@zhitongche/case';
import {
  Button,
  type ProblemLine,
  problemsOfError,
  Skeleton,
  Unreachable,
  useShared,
  type Words,
} from '@zhitongche/ui';
import type { CaseView } from '@zhitongche/contract';
import { type DraftKeeper, type FormEngine, type KnownContext, problemLine } from '@zhitongche/form/web';
import { BillForeseen } from '../../money/BillForeseen.tsx';
import { NoAnswer } from '../../act/NoAnswer.tsx';
import { Explanations } from './Explanations.tsx';
import { PaperPreview } from './PaperPreview.tsx';
import { SubmitStands } from './SubmitStands.tsx';
import type { Reasons } from './use-reasons.ts';
import { useSubmit } from './use-submit.ts';
import { WholeSheet } from './WholeSheet.tsx';

const resubmitWords = (state: CaseView['state'], say: Words['say']): string =>
  state.status !== 'correcting'
    ? say('提交审批', 'Submit')
    : isWithdrawn(state)
      ? say('修改后重新提交', 'Submit again')
      : say('补正后重新提交', 'Submit again');

/** The last page: all that stands in the way, the sheet as the office will read it, reasons for warnings, and the send button. */
export const CheckAnswers = ({
  service,
  view,
  form,
  keeper,
  answers,
  context,
  reasons,
  explain,
  onGo,
}: {
  readonly service: Service;
  readonly view: CaseView;
  readonly form: FormEngine;
  readonly keeper: DraftKeeper;
  readonly answers: Answers;
  /** Undefined while the figures for the checks are not here yet. */
  readonly context: KnownContext | undefined;
  readonly reasons: Reasons;
  readonly explain: (code: string, why: string) => void;
  readonly onGo: (at: At) => void;
}) => {
  const { say, language } = useShared();
  const submit = useSubmit(service, view, keeper);
  const lineOf = (problem: Problem): ProblemLine => problemLine(service.form, problem, onGo);
  const stops = form.problems.filter((p) => p.level === 'block');
  const warnings = form.problems.filter((p) => p.level === 'warn');
  const unexplained = warnings.filter((w) => !reasons[w.code]?.trim());
  const refused =
    submit.error instanceof Unreachable ? [] : submit.error ? problemsOfError(submit.error) : [];
  if (!context) return <Skeleton lines={10} />;

  return (
    <div className="stack stack-wide">
      <SubmitStands
        service={service}
        view={view}
        answers={answers}
        answered={context.answered}
        refused={refused}
        tries={submit.tries}
        stops={stops}
        lineOf={lineOf}
      />
      {warnings.length > 0 ? (
        <Explanations warnings={warnings} lineOf={lineOf} reasons={reasons} onChange={explain} />
      ) : null}
      <WholeSheet service={service} caseId={view.row.id} answers={answers} derived={form.derived} />
      <BillForeseen service={service} answers={answers} derived={form.derived} context={context} />
      {stops.length === 0 && form.derived !== undefined && language === 'zh' ? (
        <PaperPreview
          service={service}
          view={view}
          answers={answers}
          derived={form.derived}
          context={context}
        />
      ) : null}
      <div className="card stack">
        <p>
          {say(
            '提交即表示：所填内容和所附材料真实、完整，与原件一致。',
            'By submitting you say that what you typed and attached is true, complete and as in the originals.',
          )}
        </p>
        <NoAnswer error={submit.error} />
        <div className="row row-end">
          <Button
            variant="primary"
            size="large"
            icon="send"
            pending={submit.pending}
            pendingText={say('正在提交', 'Submitting')}
            isDisabled={stops.length > 0 || unexplained.length > 0}
            onPress={() => void submit.send(answers, reasons, warnings)}
          >
            {resubmitWords(view.state, say)}
          </Button>
        </div>
        {stops.length > 0 ? (
          <p className="soft">
            {say(
              `处理完上面 ${stops.length} 处问题后即可提交。`,
              `Mend the ${stops.length} points above first.`,
            )}
          </p>
        ) : null}
        {stops.length === 0 && unexplained.length > 0 ? (
          <p className="soft">
            {say(
              `还有 ${unexplained.length} 处提醒需要说明理由。`,
              `${unexplained.length} points want a reason.`,
            )}
          </p>
        ) : null}
      </div>
    </div>
  );
};
