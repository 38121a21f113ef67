import { type Answers, soundAnswers } from '@zhitongche/form';
import { type CheckContext, flowContext, type Service } from '@zhitongche/case';
import type { Json, PaperDoc } from '@zhitongche/base';
import { useMemo } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import { PaperView } from '../../paper/PaperView.tsx';
import { roadAhead } from '../../case/road-ahead.ts';

/** The paper that will be issued if all is approved as filed, folded away until asked for. */
export const PaperPreview = ({
  service,
  view,
  answers,
  derived,
  context,
}: {
  readonly service: Service;
  readonly view: CaseView;
  readonly answers: Answers;
  readonly derived: Json;
  readonly context: CheckContext;
}) => {
  const me = useMe();
  const doc = useMemo(
    () => preview(service, view, answers, derived, context, me.office.name),
    [service, view, answers, derived, context, me.office.name],
  );
  if (!doc) return null;
  return (
    <details className="card paper-preview">
      <summary>
        <h2>批准后的文书会是这样</h2>
      </summary>
      <p className="soft">文号、日期和印章在出具时加上；审批中可能调整。</p>
      <PaperView doc={doc} label="文书预览" />
    </details>
  );
};

const preview = (
  service: Service,
  view: CaseView,
  typed: Answers,
  derived: Json,
  { policy, facts, today }: CheckContext,
  office: string,
): PaperDoc | undefined => {
  try {
    const answers = soundAnswers(service.form, typed, facts);
    const state = { ...view.state, answers, derived, step: null, resumeAt: null };
    const issuing = roadAhead(service, state, policy)
      .map((key) => service.flow.steps[key])
      .find((step) => step?.kind === 'issuing');
    const [key] = issuing?.kind === 'issuing' ? issuing.papers(flowContext(state, { policy })) : [];
    const paper = service.papers.find((p) => p.key === key);
    return paper?.build({
      caseId: view.row.id,
      caseNumber: view.row.number ?? '',
      state,
      date: today,
      letterhead: { org: '', name: office, signature: office, mark: '' },
      verify: { url: '', code: '' },
      policy,
    });
  } catch {
    // A builder may lean on something only the server has; the preview is a courtesy, the sheet above is the record.
    return undefined;
  }
};
