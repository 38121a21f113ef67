import { resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readBackupSecret, tellProgress, takeBackup } from '@zhitongche/backup/server';
import { readConfig } from '@zhitongche/core/server';
import type { CommandIo } from './command-io.ts';
import { megabytes, refusable, since } from './console.ts';

const usage = '用法：npm run backup -- <文件夹或文件> [--keep <份数>] [--with-master-key]';

/** `backup <folder or file>`: one encrypted file with database and stored files; 1 = none was made, or files were already damaged. */
export async function backupCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const asked = read(args);
  const config = readConfig(process.env, process.cwd());
  if (!asked || !config.ok) {
    io.err(config.ok ? usage : ['配置有误：', ...config.problems].join('\n'));
    return 2;
  }
  return await refusable(io, async () => {
    const began = Date.now();
    const secret = await readBackupSecret(process.env);
    const into = resolve(asked.into) + (asked.into.endsWith(sep) ? sep : '');
    const { head, manifest, size, path, removed } = await takeBackup({
      ...asked,
      into,
      config: config.config,
      secret,
      progress: tellProgress(io.err),
    });
    io.out(`备份已写好：${path}`);
    io.out(
      `  ${head.offices.map(({ name }) => name).join('、') || '尚无机构'}，截至 ${head.at}；${manifest.tables} 张表 ${manifest.rows} 行，文件 ${manifest.files} 个（${megabytes(manifest.fileBytes)}），备份 ${megabytes(size)}，用时 ${since(began)}。`,
    );
    io.out(
      asked.withMasterKey
        ? '  恢复时需要：备份密钥。主密钥已按要求放进备份：谁有备份和备份密钥，谁就能读出一切，请分开保管。'
        : '  恢复时需要：备份密钥和主密钥（keys/master.key 或 ZHITONGCHE_KEY）。主密钥不在备份里，请另行保管。',
    );
    for (const name of removed) io.out(`  已删除较早的备份 ${name}。`);
    if (manifest.damaged.length === 0) return 0;
    io.err(
      `备份时有 ${manifest.damaged.length} 个文件已缺失或损坏，其余内容都已备份；请运行 npm run verify 查看：${manifest.damaged.join('、')}`,
    );
    return 1;
  });
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keep: { type: 'string' }, 'with-master-key': { type: 'boolean', default: false } },
    });
    const [into] = positionals;
    const keep = values.keep === undefined ? null : Number(values.keep);
    if (into === undefined || positionals.length > 1) return null;
    if (keep !== null && !(Number.isSafeInteger(keep) && keep >= 1)) return null;
    return { into, keep, withMasterKey: values['with-master-key'] };
  } catch {
    return null;
  }
}
