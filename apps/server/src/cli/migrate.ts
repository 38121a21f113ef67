import type { CommandIo } from './command-io.ts';
import { withApp } from './open-app.ts';

/** `migrate`: brings the database to the newest shape and runs the boot checks without serving. */
export const migrateCommand = (_args: readonly string[], io: CommandIo): Promise<number> =>
  withApp(io, async ({ app }) => {
    const steps = await app.db.query<{ name: string; at: Date }>(
      'select name, at from schema_step order by number',
    );
    for (const step of steps) io.out(`${step.name}  ${step.at.toISOString()}`);
    io.out('数据库结构为最新。');
    return 0;
  });
