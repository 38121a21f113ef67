import { useQueryClient } from '@tanstack/react-query';
import type { CaseView, CommandShape } from '@zhitongche/contract';
import { call, takeAct } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import type { CaseShell } from '../case/shell.ts';
import { showCase } from '../case/use-case.ts';
import { useActSender } from './use-act-sender.ts';

/**
 * Takes acts on a case and shows what came of them. At the desk an act is kept on this device while there is no network;
 * `onTaken` gets null then.
 */
export const useAct = (
  view: CaseView,
  shell: CaseShell,
  onTaken: (view: CaseView | null) => void | Promise<void>,
) => {
  const { id: account } = useMe();
  const client = useQueryClient();
  const { id, revision, title } = view.row;
  const atOnce = (command: CommandShape, key: string): Promise<CaseView> =>
    call('act', { params: { case: id }, body: { revision, command } }, { key });
  const orKept = async (command: CommandShape, key: string): Promise<CaseView | null> => {
    const taken = await takeAct({
      key,
      account,
      case: id,
      revision,
      command,
      title,
      label: view.acts.find(({ act }) => act === command.act)?.label ?? command.act,
      at: new Date().toISOString(),
      status: 'waiting',
      attempts: 0,
    });
    return taken.kind === 'done' ? taken.view : null;
  };
  return useActSender<CaseView | null>(shell === 'desk' ? orKept : atOnce, (after) => {
    if (after) showCase(client, shell, account, after);
    return onTaken(after);
  });
};
