import { type Answers, prune } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call, newKey, keyOf } from '@zhitongche/contract/web';
import { Unreachable, toast } from '@zhitongche/ui';
import type { CaseView } from '@zhitongche/contract';
import type { DraftKeeper } from '@zhitongche/form/web';

/** Sends the whole application. A try whose answer was lost is repeated with its own key, so that pressing again is safe. */
export const useSubmit = (service: Service, view: CaseView, keeper: DraftKeeper) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<{
    readonly pending: boolean;
    readonly tries: number;
    readonly error?: unknown;
  }>({
    pending: false,
    tries: 0,
  });
  const unanswered = useRef<string | null>(null);

  const send = async (
    answers: Answers,
    reasons: Readonly<Record<string, string>>,
    warnings: readonly Problem[],
  ): Promise<void> => {
    setState((s) => ({ pending: true, tries: s.tries + 1 }));
    const act = view.acts.find((a) => a.kind === 'submit');
    const wanted = new Set(warnings.map((w) => w.code));
    const explanations = Object.fromEntries(Object.entries(reasons).filter(([code]) => wanted.has(code)));
    try {
      if (!(await keeper.flush())) {
        if (keeper.state.status.is === 'offline') throw new Unreachable();
        toast('草稿还没有保存成功，请先处理页面上方的提示', 'danger');
        setState((s) => ({ ...s, pending: false }));
        return;
      }
      unanswered.current ??= newKey();
      const next = await call(
        'act',
        {
          params: { case: view.row.id },
          body: {
            revision: view.row.revision,
            command: {
              act: act?.act ?? 'submit',
              ...(act?.seat ? { seat: act.seat } : {}),
              answers: prune(service.form, answers),
              explanations,
            },
          },
        },
        { key: unanswered.current },
      );
      client.setQueryData(keyOf('case', { params: { case: view.row.id } }), next);
      void client.invalidateQueries({ queryKey: ['list', 'myCases'] });
      toast('已提交，办理进度会显示在这里');
      await navigate({ to: '/hall/cases/$case', params: { case: view.row.id }, replace: true });
    } catch (error) {
      if (!(error instanceof Unreachable)) unanswered.current = null;
      setState((s) => ({ ...s, pending: false, error }));
    }
  };
  return { ...state, send };
};
