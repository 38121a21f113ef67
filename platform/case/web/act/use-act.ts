import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@zhitongche/contract';
import { call, keyOf } from '@zhitongche/contract/web';
import { useActSender } from './use-act-sender.ts';

/** Takes an act on a case at once; the page shows what came of it. */
export const useAct = (view: CaseView, done: () => void | Promise<void>) => {
  const client = useQueryClient();
  const params = { case: view.row.id };
  return useActSender(
    (command, key) => call('act', { params, body: { revision: view.row.revision, command } }, { key }),
    (next) => {
      client.setQueryData(keyOf('case', { params }), next);
      void client.invalidateQueries({ queryKey: ['list', 'myCases'] });
      return done();
    },
  );
};
