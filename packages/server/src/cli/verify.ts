import { verifyChains } from '../audit/verify.ts';
import { verifyFiles } from '../query/verify-files.ts';
import { verifyStates } from '../query/verify-states.ts';
import type { CommandIo } from './command-io.ts';
import { withApp } from './open-app.ts';

/** `verify`: walks every chain, replays every case and reads every stored file; 1 = something is not as it was written. */
export const verifyCommand = (_args: readonly string[], io: CommandIo): Promise<number> =>
  withApp(io, async ({ app }) => {
    const offices = await app.db.query<{ office: string; name: string }>(
      'select office, name from office order by office',
    );
    let broken = 0;
    for (const { office, name } of offices) {
      const chains = await verifyChains(app, office);
      const states = await verifyStates(app, office);
      const files = await verifyFiles(app, office);
      io.out(
        `${name}：审计 ${chains.auditRows} 条，办件事件 ${chains.caseEvents} 个，办件 ${states.checked} 件，文件 ${files.checked} 个。`,
      );
      const found = [
        ...(chains.firstBroken === null ? [] : [chains.firstBroken]),
        ...states.broken,
        ...files.broken,
      ];
      for (const sentence of found) io.out(`  不符：${sentence}`);
      broken += found.length;
    }
    io.out(broken === 0 ? '全部相符。' : `共 ${broken} 处不符。`);
    return broken === 0 ? 0 : 1;
  });
