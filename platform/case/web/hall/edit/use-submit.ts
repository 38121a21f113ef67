import { type Answers, prune } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { useNavigate } from '@tanstack/react-router';
import { toast, Unreachable, useShared } from '@zhitongche/ui';
import type { CaseView } from '@zhitongche/contract';
import type { DraftKeeper } from '@zhitongche/form/web';
import { useAct } from '../../act/use-act.ts';

/**
 * Sends the whole application, once the draft is saved as it stands.
 * @throws Unreachable.
 */
export const useSubmit = (service: Service, view: CaseView, keeper: DraftKeeper) => {
  const { say } = useShared();
  const navigate = useNavigate();
  const act = useAct(view, 'hall', () => {
    toast(say('已提交，办理进度会显示在这里', 'Submitted: what becomes of it is shown here'));
    return navigate({ to: '/hall/cases/$case', params: { case: view.row.id }, replace: true });
  });
  const send = (
    answers: Answers,
    reasons: Readonly<Record<string, string>>,
    warnings: readonly Problem[],
  ): Promise<void> => {
    const { act: key, seat } = view.acts.find((a) => a.kind === 'submit') ?? { act: 'submit', seat: null };
    // What the registers asked about the last round is not known here before it is sent, and was explained then.
    const wanted = new Set([...warnings.map((w) => w.code), ...Object.keys(view.state.explanations)]);
    const command = {
      act: key,
      ...(seat ? { seat } : {}),
      answers: prune(service.form, answers),
      explanations: Object.fromEntries(Object.entries(reasons).filter(([code]) => wanted.has(code))),
    };
    return act.take(command, async () => {
      if (await keeper.flush()) return true;
      if (keeper.state.status.is === 'offline') throw new Unreachable();
      toast(
        say('草稿还没有保存成功，请先处理页面上方的提示', 'The draft is not saved yet: see above first'),
        'danger',
      );
      return false;
    });
  };
  return { ...act, send };
};
