import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { takeAct } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { toast } from '@zhitongche/ui';
import { useActSender } from './use-act-sender.ts';

/** Takes an act on a case, or keeps it on this device while there is no network; `onTaken` gets null then. */
export const useDecision = (view: CaseView, act: OpenActShape, onTaken: (view: CaseView | null) => void) => {
  const me = useMe();
  return useActSender(
    (command, key) =>
      takeAct({
        key,
        account: me.id,
        case: view.row.id,
        revision: view.row.revision,
        command,
        title: view.row.title,
        label: act.label,
        at: new Date().toISOString(),
        status: 'waiting',
        attempts: 0,
      }),
    (taken) => {
      if (taken.kind === 'done') toast(`已${act.label}`);
      else toast(`没有网络，“${act.label}”已存在本机，联网后自动发送。`, 'info');
      onTaken(taken.kind === 'done' ? taken.view : null);
    },
  );
};
