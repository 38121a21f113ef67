import { markAdoption } from '@zhitongche/audit/server';
import type { CommandIo } from './command-io.ts';
import { withApp } from './open-app.ts';

/** `adopt`: lets rows be adopted once more for a day, after an older program has written here again. */
export const adoptCommand = (_args: readonly string[], io: CommandIo): Promise<number> =>
  withApp(io, async ({ app }) => {
    await markAdoption(app.keys, app.db.query, app.config.office, 'open', app.clock());
    io.out('已记入审计：今后 24 小时内，旧版本写下的记录由后台作业逐条认领。请重新启动各节点。');
    return 0;
  });
