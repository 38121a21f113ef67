import { masterChanging } from '../rotation/master.ts';
import { leftBefore, rotateMaster } from '../rotation/rotate-master.ts';
import { standings } from '../rotation/standings.ts';
import type { CommandIo } from './command-io.ts';
import { refusable } from './console.ts';
import { withApp } from './open-app.ts';
import { sayPlaces } from './rotate-key.ts';

const usage = '用法：npm run zhitongche -- rotate-master [--status]';

/**
 * `rotate-master`: changes the master secret for the one configured as the next, or goes on where an earlier run was cut
 * off; `--status` only tells. 1 = the one before still counts.
 */
export async function rotateMasterCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [flag, ...more] = args;
  if (more.length > 0 || (flag !== undefined && flag !== '--status')) {
    io.err(usage);
    return 2;
  }
  return await withApp(io, ({ app }) =>
    refusable(io, async () => {
      if (flag === '--status') {
        io.out(`现用的主密钥：第 ${app.keys.generation} 个`);
        sayPlaces(await standings(app), io);
        const { codes, digests, files } = await leftBefore(app);
        io.out(`旧的主密钥下还有：登记校验码 ${codes} 行，台账查找摘要 ${digests} 行，文件 ${files} 份。`);
        if (!masterChanging(app)) return 0;
        io.err('更换尚未完成，旧的主密钥仍有效：请再运行 npm run zhitongche -- rotate-master。');
        return 1;
      }
      const done = await rotateMaster(app);
      io.out(
        done.drawn
          ? `已启用第 ${done.generation} 个主密钥，运行中的节点都已改用。`
          : `上次更换尚未完成，继续改写为第 ${done.generation} 个主密钥。`,
      );
      io.out(`本次改写 ${done.moved} 处，已记入审计。`);
      for (const sentence of done.broken) io.err(`  未能改写，更换后不再有效：${sentence}。`);
      if (done.ended) {
        io.out(
          '旧的主密钥已停用：现在可把新的主密钥设为 ZHITONGCHE_KEY（或 keys/master.key），撤去旧的，逐个重启节点。',
        );
        return 0;
      }
      io.err(`还有 ${done.passed} 处正被占用：请再运行一次 npm run zhitongche -- rotate-master。`);
      return 1;
    }),
  );
}
