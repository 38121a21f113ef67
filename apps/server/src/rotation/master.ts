import { type App, keyChecks, markOf, noteMaster } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { KEY_CHANGED } from './key-in-force.ts';
import { type Node, nodesAtWork } from './nodes.ts';
import { Refused } from './refused.ts';
import { tellKeys } from './tell.ts';

/** Whether the change to the master secret in force is still under way: one before it still counts. */
export const masterChanging = ({ keys }: Pick<App, 'keys'>): boolean =>
  keys.generations.some(({ generation, ended }) => generation < keys.generation && ended === null);

/**
 * Puts the next master secret in force and tells every node, in one commit; false = an earlier change is to be ended first.
 * @throws Refused.
 */
export async function drawMaster(app: App): Promise<boolean> {
  return await app.db.tx(async (query) => {
    await query("select pg_advisory_xact_lock(hashtext('field-key'), 0)");
    app.keys.learn(await keyChecks(query));
    if (masterChanging(app)) return false;
    const from = app.keys.generation;
    const next = app.keys.past(from + 1);
    if (!next)
      throw new Refused(
        '没有新的主密钥可换：请先生成一个（openssl rand -hex 32），在每个节点和本机设为 ZHITONGCHE_KEY_NEXT（或写入 keys/master-next.key），原来的主密钥不动，逐个重启节点，再运行本命令。',
      );
    await refuseLacking(query, markOf(next));
    await noteMaster(query, app.keys);
    await tellKeys(query, app, 'master.draw', `master:${from + 1}`, { from, to: from + 1 });
    await query('select pg_notify($1, $2)', [KEY_CHANGED, String(from + 1)]);
    return true;
  });
}

/** A node that could not read what the others write from now on must not be at work in that moment. */
async function refuseLacking(query: Query, mark: string): Promise<void> {
  const lacking = (await nodesAtWork(query)).filter(({ marks }) => !marks.includes(mark));
  if (lacking.length > 0)
    throw new Refused(
      `有 ${lacking.length} 个运行中的节点没有这个新的主密钥（${placesOf(lacking)}），没有更换。请在这些节点设置同一个 ZHITONGCHE_KEY_NEXT（或 keys/master-next.key）并重启，旧版本的程序先升级，再运行本命令。`,
    );
}

/** Those nodes, as the operator finds them. */
export const placesOf = (nodes: readonly Node[]): string => nodes.map(({ from }) => from).join('；');
