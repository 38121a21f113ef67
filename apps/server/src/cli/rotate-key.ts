import { fieldKeyNumber, generationOf, isCaseKey, keyChecks, keyInForce } from '@zhitongche/core/server';
import { rotateKey } from '../rotation/rotate-key.ts';
import { type OfficeStanding, remaining, standings } from '../rotation/standings.ts';
import type { CommandIo } from './command-io.ts';
import { refusable } from './console.ts';
import { withApp } from './open-app.ts';

const usage = '用法：npm run zhitongche -- rotate-key [--status | --next]';

/**
 * `rotate-key`: puts the next field key in force and seals anew what no chain covers, or goes on where an earlier run was
 * cut off; `--next` draws another in any case, `--status` only tells. 1 = something remains under an older key.
 */
export async function rotateKeyCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [flag, ...more] = args;
  if (more.length > 0 || (flag !== undefined && flag !== '--status' && flag !== '--next')) {
    io.err(usage);
    return 2;
  }
  return await withApp(io, ({ app }) =>
    refusable(io, async () => {
      if (flag === '--status') {
        const key = keyInForce(await keyChecks(app.db.query));
        io.out(`现用的字段密钥：${key}`);
        const now = await standings(app);
        sayPlaces(now, io);
        return sayLeft(now, key, io);
      }
      const done = await rotateKey(app, { next: flag === '--next' });
      io.out(
        done.drawn
          ? `已启用新的字段密钥 ${done.key}，运行中的节点随即改用。`
          : `上次换密尚未完成，继续以 ${done.key} 封存。`,
      );
      io.out(`本次重新封存 ${done.moved} 处，已记入审计。`);
      for (const sentence of done.broken) io.err(`  未能重新封存：${sentence}。`);
      sayPlaces(done.standings, io);
      return sayLeft(done.standings, done.key, io);
    }),
  );
}

/** Prints how much stands under which key. */
export function sayPlaces(offices: readonly OfficeStanding[], io: CommandIo): void {
  for (const { name, places } of offices) {
    io.out(`${name}：`);
    for (const { title, byKey } of places) {
      const counts = Object.entries(byKey)
        .toSorted(([one], [other]) => fieldKeyNumber(one) - fieldKeyNumber(other))
        .map(([id, count]) => `${isCaseKey(id) ? ownKey(id) : id} ${count} 处`);
      io.out(`  ${title}：${counts.join('，') || '无'}`);
    }
  }
}

const ownKey = (id: string): string =>
  generationOf(id) === 1 ? '各办件自有的密钥' : `各办件自有的密钥（第 ${generationOf(id)} 个主密钥）`;

/** Says whether something is left under older keys; gives the exit code. */
function sayLeft(offices: readonly OfficeStanding[], key: string, io: CommandIo): number {
  const left = remaining(offices, key);
  io.out(
    left === 0
      ? '除链上的办件事件外，旧密钥下已没有内容。'
      : `旧密钥下还有 ${left} 处：请再运行一次 npm run zhitongche -- rotate-key。`,
  );
  return left === 0 ? 0 : 1;
}
