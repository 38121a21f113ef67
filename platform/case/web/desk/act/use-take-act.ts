import { useState } from 'react';
import { newKey, takeAct } from '@zhitongche/contract/web';
import { ApiProblem, toast } from '@zhitongche/ui';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import { type ActInput, commandOf } from '../act-needs.ts';

/** Sends an act, or keeps it on the device when there is no network. */
export const useTakeAct = (id: string, view: CaseView, onTaken: (view: CaseView | null) => void) => {
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiProblem>();
  // One attempt is one key: pressing again after an unclear answer must not act twice. A new revision is a new decision.
  const [key, setKey] = useState(newKey);
  const take = async (act: OpenActShape, input: ActInput): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const taken = await takeAct({
        key,
        account: me.id,
        case: id,
        revision: view.row.revision,
        command: commandOf(act, input),
        title: view.row.title,
        label: act.label,
        at: new Date().toISOString(),
        status: 'waiting',
        attempts: 0,
      });
      if (taken.kind === 'done') toast(`已${act.label}`);
      else toast(`没有网络，“${act.label}”已存在本机，联网后自动发送。`, 'info');
      onTaken(taken.kind === 'done' ? taken.view : null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setRefusal(error);
      setKey(newKey());
    } finally {
      setBusy(false);
    }
  };
  return { take, busy, refusal, forget: () => setRefusal(undefined) };
};
