import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, newKey, keyOf, type Body } from '@zhitongche/contract/web';
import { Unreachable } from '@zhitongche/ui';
import type { CaseView } from '@zhitongche/contract';

type Command = Body<'act'>['command'];

/** Takes an act on a case. Pressing again after a lost answer repeats the same request, so that nothing happens twice. */
export const useAct = (view: CaseView, done: () => void) => {
  const client = useQueryClient();
  const [state, setState] = useState<{
    readonly pending: boolean;
    readonly tries: number;
    readonly error?: unknown;
  }>({
    pending: false,
    tries: 0,
  });
  const unanswered = useRef<{ readonly key: string; readonly said: string } | null>(null);
  const take = async (command: Command): Promise<void> => {
    const said = JSON.stringify(command);
    if (unanswered.current?.said !== said) unanswered.current = { key: newKey(), said };
    setState((s) => ({ pending: true, tries: s.tries + 1 }));
    const params = { case: view.row.id };
    try {
      const next = await call(
        'act',
        { params, body: { revision: view.row.revision, command } },
        { key: unanswered.current.key },
      );
      unanswered.current = null;
      client.setQueryData(keyOf('case', { params }), next);
      void client.invalidateQueries({ queryKey: ['list', 'myCases'] });
      setState({ pending: false, tries: 0 });
      done();
    } catch (error) {
      if (!(error instanceof Unreachable)) unanswered.current = null;
      setState((s) => ({ ...s, pending: false, error }));
    }
  };
  return { ...state, take };
};
